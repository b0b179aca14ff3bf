using GoogleCheckout.Documentation.Sources;
using NUnit.Framework;

namespace GoogleCheckout.Documentation.WireNames;

/// <summary>Records say where their properties are in a message, and the codecs confirm it.</summary>
public class WireNameDocumentationTests
{
    private static readonly SourceProject Sdk = CompiledSources.Project("GoogleCheckout.Sdk");
    private static readonly Lazy<WireRecords> Records = new(() => WireRecords.In(Sdk));

    [Test]
    public void Summaries_OfWireRecords_EndWithTheNameThatTheCodecReads()
    {
        Violations.AssertNone(WireNameDocumentation.Check(Sdk));
    }

    [TestCase("Address.City", "Wire name: <c>city</c>.")]
    [TestCase("BuyerMessage.Text", "Wire value: the element's text.")]
    [TestCase("CheckoutShoppingCart.CheckoutFlowSupport", "Wire name: <c>checkout-flow-support/merchant-checkout-flow-support</c>.")]
    [TestCase("DefaultTaxRule.TaxArea", "Wire name: <c>tax-area/*</c>.")]
    [TestCase("Money.Amount", "Wire value: the element's text.")]
    [TestCase("Money.Currency", "Wire name: <c>currency</c> (attribute).")]
    [TestCase("NotificationHistoryResponse.Notifications", "Wire name: <c>notifications/*</c>.")]
    [TestCase("OrderCommand.GoogleOrderNumber", "Wire name: <c>google-order-number</c> (attribute).")]
    [TestCase("RoundingPolicy.Mode", "Wire name: <c>mode</c>.")]
    [TestCase("ShippingAdjustment.ShippingCost", "Wire name: <c>shipping-cost</c>.")]
    [TestCase("ShoppingCart.Items", "Wire name: <c>items/item</c>.")]
    [TestCase("UnknownMessage.RootNamespace", "Wire value: the element's namespace.")]
    public void Sentences_OfAProperty_SayWhereItsCodecReadsIt(string property, string sentence)
    {
        var sentences = Records.Value.Properties()
            .Where(candidate => $"{candidate.ContainingType.Name}.{candidate.Name}" == property)
            .SelectMany(Records.Value.Sentences);

        Assert.That(sentences, Is.EqualTo(new[] { sentence }));
    }
}

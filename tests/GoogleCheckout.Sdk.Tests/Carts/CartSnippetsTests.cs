using GoogleCheckout.Client;
using NUnit.Framework;

namespace GoogleCheckout.Carts;

/// <summary>Runs the code of docs/carts.md.</summary>
public class CartSnippetsTests
{
    public static IEnumerable<TestCaseData> Shown() =>
    [
        new TestCaseData(CartSnippets.Plain()).SetArgDisplayNames("plain"),
        new TestCaseData(CartSnippets.Whole(CartSnippets.Plain().ShoppingCart.Items)).SetArgDisplayNames("whole"),
        new TestCaseData(CartSnippets.Taxed(CartSnippets.Plain())).SetArgDisplayNames("taxes"),
        new TestCaseData(CartSnippets.TaxedByTables()).SetArgDisplayNames("tables"),
        new TestCaseData(CartSnippets.Shipped(CartSnippets.Plain())).SetArgDisplayNames("shipping"),
        new TestCaseData(CartSnippets.PricedByTheShop(CartSnippets.Plain())).SetArgDisplayNames("calculations"),
        new TestCaseData(CartSnippets.PricedByCarriers()).SetArgDisplayNames("carriers"),
        new TestCaseData(CartSnippets.Digital()).SetArgDisplayNames("digital"),
        new TestCaseData(CartSnippets.Subscribed()).SetArgDisplayNames("subscription"),
        new TestCaseData(CartSnippets.WithPrivateData(CartSnippets.Plain())).SetArgDisplayNames("private data"),
        new TestCaseData(CartSnippets.Told(CartSnippets.Plain())).SetArgDisplayNames("messages and urls"),
    ];

    [TestCaseSource(nameof(Shown))]
    public void Cart_OfThePage_IsValid(CheckoutShoppingCart cart)
    {
        Assert.That(cart.Validate(), Is.Empty);
    }

    [TestCaseSource(nameof(Shown))]
    public void Cart_OfThePage_MatchesTheOfficialSchema(CheckoutShoppingCart cart)
    {
        SharedFolder.Require();

        Assert.That(OfficialSchema.GetErrors(cart.ToXElement()), Is.Empty);
    }

    [Test]
    public void PlainCart_OfThePage_TakesLessThanFifteenLines()
    {
        var lines = File.ReadLines(Path.Combine(Repository.Root, "tests/GoogleCheckout.Sdk.Tests/Carts/CartSnippets.cs"))
            .SkipWhile(line => line.Trim() != "// <plain>").Skip(1)
            .TakeWhile(line => line.Trim() != "// </plain>")
            .ToList();

        Assert.That(lines, Has.Count.InRange(1, 14).And.All.Length.LessThan(150));
    }

    [Test]
    public void PrivateData_OfThePage_CanBeReadBack()
    {
        var cart = CheckoutXml.Parse<CheckoutShoppingCart>(CartSnippets.WithPrivateData(CartSnippets.Plain()).ToXmlString());

        var (orderId, seen) = CartSnippets.ReadPrivateData(cart.ShoppingCart);

        Assert.That((orderId, string.Join(' ', seen)), Is.EqualTo((4711L, "tea-1 tea-7")));
    }

    [Test]
    public async Task InvalidCart_OfThePage_IsNotSent()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Bye));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        var redirect = await CartSnippets.CheckOutAsync(client, CheckoutShoppingCart.Create(), default);

        Assert.That((redirect, network.Requests.Count), Is.EqualTo(((string?)null, 0)));
    }
}

using System.Xml.Linq;
using System.Xml.XPath;
using GoogleCheckout.Client;
using GoogleCheckout.Xml;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Carts;

/// <summary>Tests that validation returns all errors of a cart with their paths.</summary>
public class ValidateTests
{
    private const string Root = "/checkout-shopping-cart/";

    public static IEnumerable<TestCaseData> Faulty() =>
        InvalidCarts.All.Select(faulty => new TestCaseData(faulty.Cart, faulty.Place).SetArgDisplayNames(faulty.Name));

    [Test]
    public void Table_OfInvalidCarts_ContainsEachErrorOnce()
    {
        var names = InvalidCarts.All.Select(faulty => faulty.Name).ToList();

        Assert.That(names, Has.Count.GreaterThan(100).And.Unique);
    }

    [TestCaseSource(nameof(Faulty))]
    public void Validate_InvalidCart_ReturnsTheOnePath(CheckoutShoppingCart cart, string place)
    {
        var faults = cart.Validate();

        Assert.That(faults.Select(fault => fault.Path), Is.EqualTo(new[] { Root + place }), string.Join('\n', faults));
    }

    [TestCaseSource(nameof(Faulty))]
    public void Path_OfAnError_SelectsTheOneElementInTheXml(CheckoutShoppingCart cart, string place)
    {
        string xml;
        try
        {
            xml = cart.ToXmlString();
        }
        catch (ArgumentException)
        {
            Assert.Pass("What cannot be written has no place in the XML.");
            throw;
        }

        var document = XDocument.Parse(xml.Replace($"xmlns=\"{ProtocolNamespace.Current}\"", string.Empty, StringComparison.Ordinal));
        var found = ((IEnumerable<object>)document.XPathEvaluate(Root + place)).Count();

        Assert.That(found, Is.EqualTo(cart.Validate()[0].Reason.StartsWith("is missing", StringComparison.Ordinal) ? 0 : 1));
    }

    public static IEnumerable<TestCaseData> Good() =>
    [
        new TestCaseData(ValidCarts.Plain).SetArgDisplayNames("plain"),
        new TestCaseData(ValidCarts.Full).SetArgDisplayNames("full"),
        new TestCaseData(ValidCarts.ByCarrier).SetArgDisplayNames("by carrier"),
        new TestCaseData(ValidCarts.ByShop).SetArgDisplayNames("by shop"),
        new TestCaseData(ValidCarts.Digital).SetArgDisplayNames("digital"),
        new TestCaseData(ValidCarts.Plain.WithTaxes(TaxTables.NoTax)).SetArgDisplayNames("no tax"),
    ];

    [TestCaseSource(nameof(Good))]
    public void Validate_ValidCart_ReturnsNoErrors(CheckoutShoppingCart cart)
    {
        Assert.That(cart.Validate(), Is.Empty);
        Assert.That(CheckoutXml.Parse<CheckoutShoppingCart>(cart.ToXmlString()).Validate(), Is.Empty);
    }

    [TestCaseSource(nameof(Good))]
    public void ToXElement_ValidCart_MatchesTheOfficialSchema(CheckoutShoppingCart cart)
    {
        SharedFolder.Require();

        Assert.That(OfficialSchema.GetErrors(cart.ToXElement()), Is.Empty);
    }

    [TestCaseSource(nameof(Good))]
    public void Validate_CartWithAnyValueChanged_FindsWhatCannotBeWrittenOrPriced(CheckoutShoppingCart cart)
    {
        var variants = RecordVariants.Of(cart).ToList();
        var unseen = variants.Where(variant => variant.Validate().Count == 0).Select(Failure).OfType<string>();

        Assert.That(variants, Has.Count.GreaterThan(50));
        Assert.That(unseen, Is.Empty);
    }

    [Test]
    public void Validate_SeveralErrors_ReturnsThemInDocumentOrder()
    {
        var cart = ValidCarts.Full
            .WithMethod<Pickup>(2, pickup => pickup with { Name = "Air" })
            .WithItem(3, item => item with { Quantity = 0 })
            .WithItem(0, item => item with { ItemName = string.Empty })
            .WithFlow(flow => flow with { EditCartUrl = "cart" });

        Assert.That(cart.Validate().Select(error => error.ToString()), Is.EqualTo(new[]
        {
            "/checkout-shopping-cart/shopping-cart/items/item[1]/item-name is blank",
            "/checkout-shopping-cart/shopping-cart/items/item[4]/quantity is 0, but must be 1 or more",
            "/checkout-shopping-cart/checkout-flow-support/merchant-checkout-flow-support/edit-cart-url is not an absolute http or https URL",
            "/checkout-shopping-cart/checkout-flow-support/merchant-checkout-flow-support/shipping-methods/pickup/@name is already the name of another shipping method",
        }));
    }

    [Test]
    public void Validate_DonationAccount_RejectsShipping()
    {
        var account = TestMerchant.Options();
        account.Donations = true;

        Assert.Multiple(() =>
        {
            Assert.That(ValidCarts.Plain.Validate(account).Single().ToString(), Does.EndWith("/shipping-methods must be empty: a donation is not shipped"));
            Assert.That(ValidCarts.Digital.Validate(account), Is.Empty);
        });
    }

    [Test]
    public void Validate_ProductionEnvironment_RequiresHttpsForTheCalculationsUrl()
    {
        var account = TestMerchant.Options();
        var cart = ValidCarts.ByShop.WithCalculationsUrl("HTTP://shop.example/");

        var elsewhere = cart.Validate(account);
        account.Environment = CheckoutEnvironment.Production;

        Assert.Multiple(() =>
        {
            Assert.That(elsewhere, Is.Empty);
            Assert.That(cart.Validate(account).Single().ToString(), Does.EndWith("/merchant-calculations/merchant-calculations-url must be https in production"));
            Assert.That(ValidCarts.ByShop.Validate(account), Is.Empty);
        });
    }

    [Test]
    public void Validate_ExpiredCart_ReturnsAnError()
    {
        var account = TestMerchant.Options();
        var clock = new FakeTimeProvider(TestTime.Start);
        account.TimeProvider = clock;
        CheckoutShoppingCart Until(DateTimeOffset end) => ValidCarts.Plain.WithCart(cart => cart with { CartExpiration = new CartExpiration { GoodUntilDate = end } });

        Assert.Multiple(() =>
        {
            Assert.That(Until(clock.GetUtcNow()).Validate(account).Single().Path, Is.EqualTo(Root + "shopping-cart/cart-expiration/good-until-date"));
            Assert.That(Until(clock.GetUtcNow().AddSeconds(1)).Validate(account), Is.Empty);
            Assert.That(Until(DateTimeOffset.MinValue).Validate(), Is.Empty);
        });
    }

    [Test]
    public void Validate_InvalidSecretValues_DoesNotRevealThem()
    {
        const string Secret = "s3cret";
        var cart = ValidCarts.Full
            .WithItem(0, item => item with { ItemName = Secret + "\u0001", TaxTableSelector = Secret, MerchantItemId = Secret + "\u0001" })
            .WithCart(inner => inner with { MerchantPrivateData = PrivateData.FromText(Secret) })
            .WithMessage<GiftMessage>(0, message => message with { From = string.Concat(Enumerable.Repeat(Secret, 20)), Text = Secret + "\u0001" })
            .WithContent(content => content with { Key = Secret + "\u0001", Url = Secret })
            .WithFlow(flow => flow with { EditCartUrl = Secret, AnalyticsData = Secret + "\u0001" });

        var text = string.Join('\n', cart.Validate()) + new CartValidationException(cart.Validate()).Message;

        Assert.That(cart.Validate(), Has.Count.EqualTo(9));
        Assert.That(text, Does.Not.Contain(Secret));
    }

    [Test]
    public void Validate_NullArgument_Throws()
    {
        Assert.That(() => ValidCarts.Plain.Validate(null!), Throws.ArgumentNullException);
    }

    private static string? Failure(CheckoutShoppingCart cart)
    {
        try
        {
            _ = CartCalculator.GetShippingOptions(cart, address: null);
            var written = cart.ToXElement();
            return SharedFolder.IsNamed && OfficialSchema.GetErrors(written) is [var error, ..] ? error : null;
        }
        catch (Exception e)
        {
            return e.Message;
        }
    }
}

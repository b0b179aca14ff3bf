using GoogleCheckout.Carts;
using NUnit.Framework;

namespace GoogleCheckout.Client;

/// <summary>Tests the validation of a cart by the client.</summary>
public class ClientCheckoutTests
{
    private static readonly CheckoutShoppingCart Faulty = CheckoutShoppingCart.Create(
        ValidCarts.Plain.ShoppingCart.Items[0],
        ValidCarts.Plain.ShoppingCart.Items[1] with { ItemName = " ", Quantity = 0 });

    // The schema allows an empty name, and Validate does not.
    private static readonly CheckoutShoppingCart Nameless = CheckoutShoppingCart.Create(ValidCarts.Item(string.Empty, 1));

    private static string Redirect => SampleResponses.Document("checkout-redirect", "serial-number='1'", "<redirect-url>https://checkout.example/buy</redirect-url>");

    [Test]
    public void CheckoutAsync_InvalidCart_ThrowsWithAllErrorsAndSendsNothing()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Bye));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        var thrown = Assert.CatchAsync<CartValidationException>(() => client.CheckoutAsync(Faulty))!;

        Assert.Multiple(() =>
        {
            Assert.That(thrown.ParamName, Is.EqualTo("cart"));
            Assert.That(thrown.Errors, Is.EqualTo(Faulty.Validate()));
            Assert.That(thrown.Message, Does.Contain("items/item[2]/item-name is blank; ").And.Contain("items/item[2]/quantity is 0, but must be 1 or more."));
            Assert.That(network.Requests, Is.Empty);
        });
    }

    [Test]
    public async Task CheckoutAsync_WarningsOnly_SendsTheCart()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(Redirect));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());
        var cart = ValidCarts.Plain.WithTaxes(TaxTables.FromRules(new DefaultTaxRule { Rate = 0.2m, TaxArea = Area.Country("UK") }));

        await client.CheckoutAsync(cart);

        Assert.That(cart.Validate().Single().IsWarning, Is.True);
        Assert.That(network.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task CheckoutAsync_SkipValidation_SendsAnInvalidCart()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(Redirect));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        var redirect = await client.CheckoutAsync(Nameless, skipValidation: true);

        Assert.That(redirect.RedirectUrl, Is.EqualTo("https://checkout.example/buy"));
        Assert.That(network.Requests.Single().Body, Does.Contain("<item-name></item-name>").Or.Contain("<item-name/>"));
        Assert.That(() => client.CheckoutAsync(Nameless, skipValidation: false), Throws.TypeOf<CartValidationException>());
    }

    [Test]
    public void CheckoutAsync_ErrorsAndWarnings_ThrowsWithTheErrors()
    {
        using var client = new CheckoutClient(new HttpClient(), TestMerchant.Options());
        var cart = Faulty.WithTaxes(TaxTables.FromRules(new DefaultTaxRule { Rate = 0.2m, TaxArea = Area.Country("UK") }));

        var thrown = Assert.CatchAsync<CartValidationException>(() => client.CheckoutAsync(cart))!;

        Assert.That(thrown.Errors, Is.EqualTo(Faulty.Validate()));
    }

    [Test]
    public void CheckoutAsync_SkipValidationButNoXml_Throws()
    {
        using var client = new CheckoutClient(new HttpClient(), TestMerchant.Options());

        Assert.Multiple(() =>
        {
            Assert.That(() => client.CheckoutAsync(CheckoutShoppingCart.Create(ValidCarts.Item("a\u0001", 1)), skipValidation: true), Throws.ArgumentException);
            Assert.That(() => client.CheckoutAsync(Faulty, skipValidation: true), Throws.ArgumentException.With.Message.Contains("Quantity must be 1 or more"));
            Assert.That(() => client.CheckoutAsync(null!, skipValidation: true), Throws.ArgumentNullException);
        });
    }

    [Test]
    public void CheckoutForm_SkipValidation_ContainsAnInvalidCart()
    {
        CheckoutForm[] forms =
        [
            CheckoutForm.Sign(Nameless, TestMerchant.Options(), skipValidation: true),
            CheckoutForm.SignBuyNow(Nameless, TestMerchant.Options(), skipValidation: true),
            CheckoutForm.CreateUnsigned(Nameless, TestMerchant.Options(), skipValidation: true),
        ];

        Assert.That(forms.Select(form => PostedCart.FromFields(form.Fields).ToCart().ShoppingCart.Items[0].ItemName), Is.All.Empty);
    }

    [Test]
    public async Task DiagnoseAsync_InvalidCart_IsSentToTheService()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Document("diagnosis", "serial-number='1'", "<input-xml><checkout-shopping-cart/></input-xml>")));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        await client.DiagnoseAsync(CheckoutShoppingCart.Create());

        Assert.That(network.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public void Message_ManyErrors_ContainsTheFirstTen()
    {
        var cart = CheckoutShoppingCart.Create(Enumerable.Repeat(ValidCarts.Item(string.Empty, 1), 1000));

        var thrown = new CartValidationException(cart.Validate());

        Assert.Multiple(() =>
        {
            Assert.That(thrown.Errors, Has.Count.EqualTo(1000));
            Assert.That(thrown.Message, Has.Length.LessThan(1000).And.EndsWith("item[10]/item-name is blank; and 990 more."));
        });
    }
}

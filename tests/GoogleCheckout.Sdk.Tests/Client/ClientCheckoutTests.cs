using GoogleCheckout.Carts;
using NUnit.Framework;

namespace GoogleCheckout.Client;

/// <summary>Tests the validation of a cart by the client.</summary>
public class ClientCheckoutTests
{
    private static readonly CheckoutShoppingCart Faulty = CheckoutShoppingCart.Create(
        ValidCarts.Plain.ShoppingCart.Items[0],
        ValidCarts.Plain.ShoppingCart.Items[1] with { ItemName = " ", Quantity = 0 });

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

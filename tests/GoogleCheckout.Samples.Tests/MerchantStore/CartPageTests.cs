using System.Net;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The cart: quantities, totals, and what cannot be bought.</summary>
public sealed class CartPageTests : MerchantStoreTestBase
{
    [Test]
    public async Task CartButtons_AddUpdateAndRemove_ChangeCart()
    {
        await AddAsync("Teapot");
        Assert.That((Browser.Text.Contains("Cart (1)", StringComparison.Ordinal), Browser.Element("total")), Is.EqualTo((true, "44.50 USD")));

        await AddAsync("Sencha");
        Assert.That((Browser.Text.Contains("Cart (2)", StringComparison.Ordinal), Browser.Element("total")), Is.EqualTo((true, "50.75 USD")));

        await Browser.PressAsync("Update quantities", ("quantities[teapot]", "3"));
        Assert.That(Browser.Text, Does.Contain("Cart (4)"));
        Assert.That((Browser.Element("subtotal"), Browser.Element("shipping"), Browser.Element("total")), Is.EqualTo(("124.75 USD", "11.50 USD", "136.25 USD")), "it is shipped by weight");

        await Browser.PressAsync("Remove Teapot");
        Assert.That(Browser.Text, Does.Contain("6.25 USD").And.Contains("Cart (1)").And.Not.Contains("Remove Teapot"));

        await Browser.PressAsync("Remove Sencha");
        Assert.That(Browser.Text, Does.Contain("Your cart is empty."));
        Assert.That(Sandbox.Requests, Is.Empty, "the cart is sent to the service only at checkout");
    }

    [Test]
    public async Task Cart_WithAProductNotSoldThroughCheckout_HasTheDisabledButton()
    {
        await AddAsync("Teapot", "Plum wine");

        Assert.That(Browser.Text, Does.Contain("Plum wine cannot be paid with Google Checkout.").And.Contains("Order on invoice"));
        Assert.That(Browser.Page, Does.Contain("""alt="Google Checkout is not available for this cart" width="180" height="46" />"""));
        Assert.That(Browser.Page, Does.Not.Contain("Checkout with Google"));

        await Browser.PressAsync("Remove Plum wine");
        Assert.That(Browser.Page, Does.Contain("Checkout with Google"));
    }

    [Test]
    public async Task Cart_TooHeavyForAnyMethod_CannotBeOrdered()
    {
        await AddAsync("Tea stove", "Tea stove");

        Assert.That(Browser.Text, Does.Contain("We ship at most 70 pounds at once, and this cart is heavier."));
        Assert.That(Browser.Page, Does.Not.Contain("Checkout with Google").And.Not.Contains("Order on invoice"));
    }

    [Test]
    public async Task Cart_FormsThatNobodyCanFillInLikeThis_ChangeNothing()
    {
        await AddAsync("Sencha");
        foreach (var quantity in new[] { "-1", "10000", "99999999999999999999", "1.5", "two", string.Empty, new string('9', 10_000), "<script>" })
        {
            await Browser.PressAsync("Update quantities", ("quantities[sencha]", quantity));
            Assert.That(Browser.Text, Does.Contain("Enter each quantity as a whole number from 0 to 99. The cart was not changed.").And.Contains("Cart (1)"), quantity);
        }

        await Browser.PressAsync("Update quantities", ("quantities[unknown]", "5"), ("quantities[<script>]", "5"));
        Assert.That(Browser.Text, Does.Contain("Cart (1)"));

        var add = Browser.FormOf("Remove Sencha");
        add.RequestUri = new Uri(Store.Address, "/Cart?handler=Add&product=unknown");
        await Browser.SendAsync(add);
        Assert.That((Browser.Status, Browser.Text.Contains("There is no such page", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.NotFound, true)));

        await Browser.GoAsync("/Cart");
        await Browser.PressAsync("Update quantities", ("quantities[sencha]", "99"));
        Assert.That(Browser.Element("subtotal"), Is.EqualTo("618.75 USD"));
        await Browser.PressAsync("Update quantities", ("quantities[sencha]", "0"));
        Assert.That(Browser.Text, Does.Contain("Your cart is empty."));
    }

    [Test]
    public async Task Cart_OfADigitalProduct_IsNotShipped()
    {
        await AddAsync("The tea handbook");
        Assert.That((Browser.Element("subtotal"), Browser.Element("total")), Is.EqualTo(("12.00 USD", "12.00 USD")));

        var placed = await Sandbox.PlaceOrderAsync(await CheckOutAsync([]));

        Assert.That(placed.OrderTotal, Is.EqualTo(new Money(12m, "USD")));
        Assert.That(placed.OrderAdjustment?.Shipping, Is.Null);
        Assert.That(placed.ShoppingCart.Items[0].DigitalContent?.Url, Does.StartWith($"{Store.Address}Thanks/"));
    }

    [Test]
    public async Task Cart_OfASubscription_HasTheLaterPayments()
    {
        await AddAsync("Tea of the month");

        var placed = await Sandbox.PlaceOrderAsync(await CheckOutAsync([]));

        Assert.That(placed.OrderTotal, Is.EqualTo(new Money(23m, "USD")), "the first payment with shipping");
        Assert.That(placed.ShoppingCart.Items[0].Subscription?.Payments[0].Times, Is.EqualTo(11));
    }

    [TestCase("/Products/teapot", "It stays warm for an hour")]
    [TestCase("/Products/plum-wine", "On invoice only.")]
    [TestCase("/Products/handbook", "nothing is shipped")]
    [TestCase("/Products/tea-of-the-month", "A subscription")]
    [TestCase("/Products/brazier", "44.0 lb")]
    [TestCase("/Category/teaware", "Matcha whisk")]
    [TestCase("/Products/unknown", "There is no such page")]
    [TestCase("/Products/..%2F..%2Fappsettings.json", "There is no such page")]
    [TestCase("/Category/unknown", "There is no such page")]
    public async Task Page_OfTheCatalog_SaysWhatTheBuyerMustKnow(string path, string text)
    {
        await Browser.GoAsync(path);

        Assert.That(Browser.Text, Does.Contain(text));
    }
}

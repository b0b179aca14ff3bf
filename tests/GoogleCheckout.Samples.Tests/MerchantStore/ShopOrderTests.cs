using System.Net;
using GoogleCheckout.Orders;
using MerchantStore.Data;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>Orders of the store's cart: when it empties, the buyer's pages, orders placed twice, and the other way to pay.</summary>
[TestFixture(StoreEngine.Sqlite)]
[TestFixture(StoreEngine.PostgreSql)]
public sealed class ShopOrderTests(StoreEngine engine) : MerchantStoreTestBase(engine)
{
    private static readonly (string, string)[] Ada =
    [
        ("Buyer.Name", "Ada Example"), ("Buyer.Email", "ada@example.com"), ("Buyer.Street", "12 Sample Street"),
        ("Buyer.City", "Oakland"), ("Buyer.Region", "ca"), ("Buyer.PostalCode", "94601"), ("Buyer.Country", "US"),
    ];

    [Test]
    public async Task Cart_WhenItsOrderHasCome_IsEmpty()
    {
        var redirect = await CheckOutAsync();
        await Browser.GoAsync("/Thanks");
        await Browser.GoAsync("/Cart");
        Assert.That(Browser.Text, Does.Contain("Cart (3)"), "the buyer came back without an order");

        await Sandbox.PlaceOrderAsync(redirect);
        await Sandbox.DeliverAsync();

        await Browser.GoAsync("/Cart");
        Assert.That(Browser.Text, Does.Contain("Your cart is empty.").And.Not.Contains("Cart (3)"));
    }

    [Test]
    public async Task Thanks_WhenTheOrderHasCome_ShowsTheInvoiceAndTheLinkToTheOrder()
    {
        var redirect = await CheckOutAsync();
        var placed = await Sandbox.PlaceOrderAsync(redirect);
        await Sandbox.DeliverAsync();
        var order = (await ReadOrdersAsync()).Single();

        await Browser.GoAsync($"/Thanks/{order.CartId}");
        Assert.That(Browser.Text, Does.Contain("Invoice T-1001").And.Contains("Shipping, Ground").And.Contains("Ada Example"));
        Assert.That(Browser.Element("invoice-total"), Is.EqualTo("57.00 USD"));
        Assert.That(Browser.Page, Does.Contain($"/MyOrder/{order.BuyerKey}"));

        await Browser.GoAsync($"/MyOrder/{order.BuyerKey}");
        Assert.That((Browser.Element("payment"), Browser.Element("delivery")), Is.EqualTo(("under review", "not shipped")));

        await Browser.GoAsync($"/MyOrder/{placed.GoogleOrderNumber}");
        Assert.That(Browser.Status, Is.EqualTo(HttpStatusCode.NotFound));
        await Browser.GoAsync($"/Thanks/{placed.GoogleOrderNumber}");
        Assert.That(Browser.Text, Does.Contain("has not sent us your order yet").And.Not.Contains("Ada"));
    }

    [Test]
    public async Task Order_PlacedTwice_IsMarkedAsPossibleDouble()
    {
        var redirect = await CheckOutAsync();
        await Browser.GoAsync("/Cart");
        var back = await CheckOutAsync([]);
        var first = await Sandbox.PlaceOrderAsync(redirect);
        await Sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        var second = await Sandbox.PlaceOrderAsync(back);
        await Sandbox.DeliverAsync();

        var orders = await ReadOrdersAsync();
        Assert.That(orders.Single(order => order.Number == first.GoogleOrderNumber).DoubleOf, Is.Null);
        Assert.That(orders.Single(order => order.Number == second.GoogleOrderNumber).DoubleOf, Is.EqualTo(first.GoogleOrderNumber));
    }

    [Test]
    public async Task Order_OnInvoice_IsTaxedAndShippedByTheTablesAndInTheOwnersList()
    {
        await AddAsync("Teapot", "Plum wine");
        await Browser.GoAsync("/Invoice");
        await Browser.PressAsync("Order now", [.. Ada, ("shippingName", "Ground")]);

        // 60.50 with 11.50 for 5.5 pounds; California taxes the goods.
        Assert.That(Browser.Element("invoice-total"), Is.EqualTo("76.99 USD"));
        Assert.That(Browser.Text, Does.Contain("Invoice T-1001").And.Contains("4.99").And.Contains("11.50"));
        await Browser.GoAsync("/Cart");
        Assert.That(Browser.Text, Does.Contain("Your cart is empty."));

        var order = (await ReadOrdersAsync()).Single();
        Assert.That((order.PaymentMethod, order.Number, order.Total), Is.EqualTo((PaymentMethod.Invoice, "T-1001", 76.99m)));
        await Browser.GoAsync($"/MyOrder/{order.BuyerKey}");
        Assert.That((Browser.Element("payment"), Browser.Element("delivery")), Is.EqualTo(("on invoice", "not shipped")));
        await SignInAsync();
        Assert.That(Browser.Text, Does.Contain("T-1001").And.Contains("76.99"));
        Assert.That(Sandbox.Requests, Is.Empty, "Google Checkout has nothing to do with it");
    }

    [Test]
    public async Task Order_OnInvoiceThatCannotBeShipped_IsNotTaken()
    {
        await AddAsync("Tea stove");
        await Browser.GoAsync("/Invoice");
        await Browser.PressAsync("Order now", [.. Ada, ("Buyer.Region", "HI"), ("shippingName", "Ground")]);

        Assert.That(Browser.Text, Does.Contain("Ground does not ship this cart to the address."));
        Assert.That(await ReadOrdersAsync(), Is.Empty);
    }

    [Test]
    public async Task Order_OnInvoiceWithoutAName_IsNotTaken()
    {
        await AddAsync("Teapot");
        await Browser.GoAsync("/Invoice");
        await Browser.PressAsync("Order now", [.. Ada, ("Buyer.Name", string.Empty), ("Buyer.Email", "nobody")]);

        Assert.That(Browser.Text, Does.Contain("Enter your name.").And.Contains("This e-mail address is not complete."));
        Assert.That(await ReadOrdersAsync(), Is.Empty);
    }

    [TestCase(true, FinancialOrderState.Cancelled)]
    [TestCase(false, FinancialOrderState.Chargeable)]
    public async Task Order_WhoseCalculationFailed_IsCanceledIfTheSettingSaysSo(bool cancels, FinancialOrderState expected)
    {
        var redirect = await CheckOutAsync();

        // It listens at another port then, so that the cart's address for calculations is dead.
        await RestartAsync(("CancelFailedCalculations", cancels.ToString()));
        var placed = await Sandbox.PlaceOrderAsync(redirect);
        Assert.That((placed.OrderAdjustment?.MerchantCalculationSuccessful, placed.OrderTotal.Amount), Is.EqualTo((false, 57.00m)), "the default costs apply");
        await Sandbox.AdvanceAsync(TimeSpan.FromHours(2));

        await Eventually.Async(async () => (await ReadOrdersAsync()).SingleOrDefault()?.FinancialState, Is.EqualTo(expected));
    }
}

using System.Net;
using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>Orders of the store's cart: when it empties, the buyer's pages, and orders placed twice.</summary>
[TestFixture(StoreEngine.Sqlite)]
[TestFixture(StoreEngine.PostgreSql)]
public sealed class ShopOrderTests(StoreEngine engine) : MerchantStoreTestBase(engine)
{
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

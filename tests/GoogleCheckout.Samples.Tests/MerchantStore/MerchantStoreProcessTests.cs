using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The store as a separate process: an order from beginning to end, a power cut, and what it writes to the console.</summary>
[TestFixture(StoreEngine.Sqlite)]
[TestFixture(StoreEngine.PostgreSql)]
public sealed class MerchantStoreProcessTests(StoreEngine engine) : MerchantStoreTestBase(engine)
{
    private protected override bool IsSeparateProcess => true;

    [Test]
    public async Task Order_FromCartToArchive_FollowsItsNotifications()
    {
        var redirect = await CheckOutAsync();
        await SignInAsync();
        Assert.That(Browser.Text, Does.Contain("None yet"), "before the buyer ordered");

        var placed = await Sandbox.PlaceOrderAsync(redirect);
        await Sandbox.DeliverAsync();
        await Browser.GoAsync("/Orders");
        Assert.That(Browser.Text, Does.Contain("T-1001").And.Contains("under review").And.Contains("57.00 USD"));

        await OpenAsync(placed);
        Assert.Multiple(() =>
        {
            Assert.That(Browser.Text, Does.Contain("Ada Example").And.Contains("12 Sample Street").And.Contains("Shipping: Ground"));
            Assert.That(Browser.IsAllowed("Refund"), Is.False);
            Assert.That(Browser.Element("why-not-refund"), Is.EqualTo("You cannot refund an order that has not been charged"));
            Assert.That(Browser.IsAllowed("Cancel"), Is.True);
        });

        await Sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await OpenAsync(placed);
        Assert.Multiple(() =>
        {
            Assert.That(Browser.Element("financial-state"), Is.EqualTo("ready to charge"));
            Assert.That(Browser.Text, Does.Contain("Payment checked: guaranteed").And.Contains("Authorized: 57.00 USD"));
        });

        await Browser.PressAsync("Charge", ("amount", "12.50"));
        Assert.Multiple(() =>
        {
            Assert.That(Browser.Text, Does.Contain("Charge 12.50 USD: accepted"));
            Assert.That(Browser.Element("charged"), Is.EqualTo("12.50 USD"));
            Assert.That(Browser.Element("financial-state"), Is.EqualTo("ready to charge"));
            Assert.That(Browser.IsAllowed("Cancel"), Is.False);
        });

        await ChargeAllAsync("44.50");
        Assert.Multiple(() =>
        {
            Assert.That(Browser.Element("charged"), Is.EqualTo("57.00 USD"));
            Assert.That(Browser.Element("financial-state"), Is.EqualTo("charged"));
            Assert.That(Browser.IsAllowed("Charge"), Is.False);
            Assert.That(Browser.Element("why-not-charge"), Is.EqualTo("You cannot charge an order that is already completely charged"));
        });

        await Browser.PressAsync("Mark as shipped", ("carrier", "UPS"), ("trackingNumber", "1Z9999W99999999999"));
        await Browser.PressAsync("Refund", ("amount", "7"), ("reason", "The lid was chipped"));
        await Browser.PressAsync("Archive");
        await Sandbox.DeliverAsync();
        await OpenAsync(placed);
        var summary = (await Client.GetOrderSummariesAsync([placed.GoogleOrderNumber])).Single();
        Assert.Multiple(() =>
        {
            Assert.That(Browser.Element("fulfillment-state"), Is.EqualTo("shipped"));
            Assert.That(Browser.Element("refunded"), Is.EqualTo("7.00 USD"));
            Assert.That(Browser.Text, Does.Contain("Refunded 7.00 USD, 7.00 USD in total").And.Contains("Take out of the archive"));
            Assert.That(summary.TotalRefundAmount, Is.EqualTo(new Money(7m, "USD")));
            Assert.That(summary.Archived, Is.True);
            Assert.That(Store.Output, Does.Contain("Now listening")
                .And.Not.Contains("Ada").And.Not.Contains("Sample Street").And.Not.Contains("ada@example.com").And.Not.Contains(Sandbox.MerchantKey));
        });
    }

    [Test]
    public async Task Store_KilledAndRestarted_HasItsOrders()
    {
        var placed = await BuyAsync();

        await RestartAsync();
        await SignInAsync();
        await OpenAsync(placed);
        var text = Browser.Text;
        await PushAsync((await HistoryAsync(placed)).First());
        await OpenAsync(placed);

        Assert.Multiple(() =>
        {
            Assert.That(Browser.Element("financial-state"), Is.EqualTo("ready to charge"));
            Assert.That(Browser.Text, Is.EqualTo(text), "the restarted store recognizes handled notifications");
        });
    }

    [Test]
    public async Task AutoCharge_OrderAllowedByPolicy_ChargesOnceAndShowsDecision()
    {
        await RestartAsync(("AutoCharge", "true"));
        var placed = await BuyAsync();
        await Eventually.Async(
            async () =>
            {
                await OpenAsync(placed);
                return Browser.Element("financial-state");
            },
            Is.EqualTo("charged"));

        foreach (var notification in await HistoryAsync(placed))
        {
            await PushAsync(notification);
        }

        await RestartAsync(("AutoCharge", "true"));
        await SignInAsync();
        await OpenAsync(placed);
        Assert.Multiple(() =>
        {
            Assert.That(Browser.Element("decision"), Is.EqualTo("charge 57.00 USD"));
            Assert.That(Browser.Element("charged"), Is.EqualTo("57.00 USD"));
            Assert.That(Sent<ChargeOrderRequest>(), Is.EqualTo(1));
        });
    }
}

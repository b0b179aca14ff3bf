using System.Net;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>Orders, notifications and commands of the store.</summary>
[TestFixture(StoreEngine.Sqlite)]
[TestFixture(StoreEngine.PostgreSql)]
public sealed class MerchantStoreTests(StoreEngine engine) : MerchantStoreTestBase(engine)
{
    [Test]
    public async Task OrderNumber_OfStore_IsSentToServiceOnce()
    {
        var placed = await BuyAsync();

        await Eventually.Async(
            async () => (await Client.GetOrderSummariesAsync([placed.GoogleOrderNumber])).Single().MerchantOrderNumber, Is.EqualTo("T-1001"));
        Assert.That(Sent<AddMerchantOrderNumberRequest>(), Is.EqualTo(1));
    }

    [Test]
    public async Task Notification_SentTwice_ChangesNothing()
    {
        var placed = await BuyAsync();
        var before = Browser.Text;

        var answers = new List<HttpStatusCode>();
        foreach (var notification in await HistoryAsync(placed))
        {
            answers.Add(await PushAsync(notification));
        }

        await OpenAsync(placed);
        Assert.Multiple(() =>
        {
            Assert.That(answers, Is.Not.Empty.And.All.EqualTo(HttpStatusCode.OK));
            Assert.That(Browser.Text, Is.EqualTo(before));
        });
    }

    [Test]
    public async Task Notifications_InReverseOrder_ResultInSameOrder()
    {
        Sandbox.CallbackUrl = null;
        var placed = await Sandbox.PlaceOrderAsync(await CheckOutAsync());
        await Sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await Client.ChargeOrderAsync(placed.GoogleOrderNumber, new Money(10m, "USD"));
        await Client.ChargeOrderAsync(placed.GoogleOrderNumber);
        await Client.DeliverOrderAsync(placed.GoogleOrderNumber);

        foreach (var notification in Enumerable.Reverse(await HistoryAsync(placed)))
        {
            await PushAsync(notification);
        }

        await SignInAsync();
        await OpenAsync(placed);
        Assert.Multiple(() =>
        {
            Assert.That(Browser.Element("financial-state"), Is.EqualTo("charged"));
            Assert.That(Browser.Element("fulfillment-state"), Is.EqualTo("shipped"));
            Assert.That(Browser.Element("charged"), Is.EqualTo("57.00 USD"));
            Assert.That(Browser.Text, Does.Contain("T-1001").And.Contains("12 Sample Street"));
        });
    }

    [Test]
    public async Task Form_SentTwice_SendsItsCommandOnce()
    {
        await BuyAsync();
        (string, string)[] same = [("amount", "5"), ("formId", Guid.NewGuid().ToString())];
        var (first, second) = (Browser.FormOf("Charge", same), Browser.FormOf("Charge", same));

        await Browser.SendAsync(first);
        await Browser.SendAsync(second);

        Assert.Multiple(() =>
        {
            Assert.That(Browser.Text, Does.Contain("This form was already sent, so it was not sent again."));
            Assert.That(Browser.Element("charged"), Is.EqualTo("5.00 USD"));
            Assert.That(Sent<ChargeOrderRequest>(), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Command_RejectedByService_ShowsServiceMessage()
    {
        var placed = await BuyAsync();
        Sandbox.CallbackUrl = null;
        await Client.ChargeOrderAsync(placed.GoogleOrderNumber);

        await ChargeAllAsync();

        Assert.That(Browser.Text, Does.Contain("Charge 57.00 USD refused: You cannot charge an order that is already completely charged"));

        await Browser.PressAsync("Update from Google Checkout");
        Assert.That(Browser.Element("charged"), Is.EqualTo("57.00 USD"));
    }

    [Test]
    public async Task Command_ServiceUnreachable_WaitsInTheOutbox()
    {
        var placed = await BuyAsync();
        await RestartAsync(("GoogleCheckout:Environment", "https://127.0.0.1:1/"));
        await SignInAsync();
        await OpenAsync(placed);

        await ChargeAllAsync();

        Assert.That(Browser.Text, Does.Contain("Charge 57.00 USD will be sent. Google Checkout could not be reached yet."));
    }

    [Test]
    public async Task Command_ResponseLost_IsNotRepeatedAndItsOutcomeIsFound()
    {
        var placed = await BuyAsync();
        Sandbox.Faults.When(message => message is ChargeOrderRequest, SandboxFault.DropAfter);

        await ChargeAllAsync();
        await Eventually.Async(
            async () =>
            {
                await OpenAsync(placed);
                return Browser.Text;
            },
            Does.Contain("Charge 57.00 USD accepted"));

        Assert.That(Sent<ChargeOrderRequest>(), Is.EqualTo(1));
        Assert.That(Browser.Element("charged"), Is.EqualTo("57.00 USD"));
    }

    [Test]
    public async Task AutoCharge_OrderHeldByPolicy_ShowsReason()
    {
        await RestartAsync(("AutoCharge", "true"));
        var placed = await BuyAsync(TestCard.NothingMatches);

        Assert.Multiple(() =>
        {
            Assert.That(Browser.Element("decision"), Does.StartWith("hold: The payment guarantee does not cover the order"));
            Assert.That(Sent<ChargeOrderRequest>(), Is.Zero);
            Assert.That(Browser.IsAllowed("Charge"), Is.True, "the owner may decide otherwise");
        });
    }
}

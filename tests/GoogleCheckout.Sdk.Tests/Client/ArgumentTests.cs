using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Client;

/// <summary>The client rejects invalid arguments before anything is sent, and names the parameter.</summary>
public class ArgumentTests
{
    private const string Order = TestMerchant.OrderNumber;

    private static readonly Money Fraction = new(12.505m, "USD");

    public static IEnumerable<TestCaseData> Faults()
    {
        yield return Case("charge, no order", "googleOrderNumber", client => client.ChargeOrderAsync(" "));
        yield return Case("charge, null order", "googleOrderNumber", client => client.ChargeOrderAsync(null!));
        yield return Case("charge, fraction of a cent", "amount", client => client.ChargeOrderAsync(Order, Fraction));
        yield return Case("charge, fraction of a yen", "amount", client => client.ChargeOrderAsync(Order, new Money(12.5m, "JPY")));
        yield return Case("charge, no currency", "amount", client => client.ChargeOrderAsync(Order, default(Money)));
        yield return Case("refund, no order", "googleOrderNumber", client => client.RefundOrderAsync("", "damaged"));
        yield return Case("refund, no reason", "reason", client => client.RefundOrderAsync(Order, " "));
        yield return Case("refund, null reason", "reason", client => client.RefundOrderAsync(Order, null!));
        yield return Case("refund, long reason", "reason", client => client.RefundOrderAsync(Order, new string('r', 141)));
        yield return Case("refund, long comment", "comment", client => client.RefundOrderAsync(Order, "damaged", comment: new string('c', 141)));
        yield return Case("refund, fraction of a cent", "amount", client => client.RefundOrderAsync(Order, "damaged", Fraction));
        yield return Case("cancel, no order", "googleOrderNumber", client => client.CancelOrderAsync("", "sold out"));
        yield return Case("cancel, no reason", "reason", client => client.CancelOrderAsync(Order, ""));
        yield return Case("cancel, long reason", "reason", client => client.CancelOrderAsync(Order, new string('r', 141)));
        yield return Case("cancel, long comment", "comment", client => client.CancelOrderAsync(Order, "sold out", new string('c', 141)));
        yield return Case("cancel items, no reason", "reason", client => client.CancelItemsAsync(Order, ["A1"], ""));
        yield return Case("cancel items, long comment", "comment", client => client.CancelItemsAsync(Order, ["A1"], "sold out", new string('c', 141)));
        yield return Case("cancel items, no items", "merchantItemIds", client => client.CancelItemsAsync(Order, null!, "sold out"));
        yield return Case("message, too long", "message", client => client.SendBuyerMessageAsync(Order, new string('m', 255)));
        yield return Case("authorize, no order", "googleOrderNumber", client => client.AuthorizeOrderAsync(""));
        yield return Case("process, no order", "googleOrderNumber", client => client.ProcessOrderAsync(""));
        yield return Case("deliver, no order", "googleOrderNumber", client => client.DeliverOrderAsync(""));
        yield return Case("tracking, no order", "googleOrderNumber", client => client.AddTrackingDataAsync("", new TrackingData { Carrier = "UPS" }));
        yield return Case("archive, no order", "googleOrderNumber", client => client.ArchiveOrderAsync(""));
        yield return Case("unarchive, no order", "googleOrderNumber", client => client.UnarchiveOrderAsync(""));
        yield return Case("number, no order", "googleOrderNumber", client => client.AddMerchantOrderNumberAsync("", "P-1"));
        yield return Case("backorder, no order", "googleOrderNumber", client => client.BackorderItemsAsync("", ["A1"]));
        yield return Case("return, no order", "googleOrderNumber", client => client.ReturnItemsAsync("", ["A1"]));
        yield return Case("reset, no order", "googleOrderNumber", client => client.ResetItemsShippingInformationAsync("", ["A1"]));
        yield return Case("ship, no order", "request", client => client.ShipItemsAsync(new ShipItemsRequest { GoogleOrderNumber = "" }));
        yield return Case("charge and ship, fraction", "request", client => client.ChargeAndShipOrderAsync(new ChargeAndShipOrderRequest { GoogleOrderNumber = Order, Amount = Fraction }));
        yield return Case("charge and ship, both lists", "request", client => client.ChargeAndShipOrderAsync(BothLists));
        yield return Case("send, both lists", "command", client => client.SendAsync(BothLists));
        yield return Case("send, no reason", "command", client => client.SendAsync(new RefundOrderRequest { GoogleOrderNumber = Order, Reason = "" }));
        yield return Case("send, null", "command", client => client.SendAsync(null!));
        yield return Case("checkout, null", "cart", client => client.CheckoutAsync(null!));
        yield return Case("diagnose, null", "message", client => client.DiagnoseAsync(null!));
        yield return Case("notification, no serial number", "serialNumber", client => client.GetNotificationAsync(""));
        yield return Case("summaries, empty number", "googleOrderNumbers", client => client.GetOrderSummariesAsync([Order, ""]));
        yield return Case("history, null", "request", client => client.GetNotificationHistoryPageAsync(null!));
        yield return Case("polling, no token", "continueToken", client => client.PollNotificationsAsync("").GetAsyncEnumerator().MoveNextAsync().AsTask());
        yield return Case("order list, null", "request", client => client.GetOrderListAsync(null!).GetAsyncEnumerator().MoveNextAsync().AsTask());
    }

    [TestCaseSource(nameof(Faults))]
    public void Operation_WhenAnArgumentIsInvalid_NamesTheParameterAndSendsNothing(string parameter, Func<CheckoutClient, Task> operation)
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.RequestReceived));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        Assert.Multiple(() =>
        {
            Assert.That(async () => await operation(client), Throws.InstanceOf<ArgumentException>().With.Property("ParamName").EqualTo(parameter));
            Assert.That(network.Requests, Is.Empty);
        });
    }

    [Test]
    public async Task Texts_WhenAsLongAsAllowed_AreSent()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.RequestReceived));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        await client.RefundOrderAsync(Order, string.Concat(Enumerable.Repeat("\U0001F375", 140)), comment: new string('c', 140));
        await client.SendBuyerMessageAsync(Order, new string('m', 254));

        Assert.That(network.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public void SendAsync_WhenAPropertyIsInvalid_NamesTheProperty()
    {
        using var client = new CheckoutClient(new HttpClient(), TestMerchant.Options());

        Assert.That(
            async () => await client.SendAsync(new CancelOrderRequest { GoogleOrderNumber = Order, Reason = new string('r', 141) }),
            Throws.ArgumentException.With.Message.StartsWith("Reason must have at most 140 characters"));
    }

    [Test]
    public void AddMerchantOrderNumberAsync_WhenTheSchemaRequiresMore_NamesTheProperty()
    {
        using var client = new CheckoutClient(new HttpClient(), TestMerchant.Options());

        Assert.That(async () => await client.AddMerchantOrderNumberAsync(Order, null!), Throws.ArgumentException.With.Message.Contains("MerchantOrderNumber"));
    }

    [Test]
    public async Task GetOrderSummariesAsync_WhenTheListIsEmpty_SendsNothing()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Bye));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        Assert.That(await client.GetOrderSummariesAsync([]), Is.Empty);
        Assert.That(network.Requests, Is.Empty);
    }

    private static ChargeAndShipOrderRequest BothLists => new()
    {
        GoogleOrderNumber = Order,
        TrackingDataList = [new TrackingData { Carrier = "UPS" }],
        ItemShippingInformationList = [new ItemShippingInformation { ItemId = new ItemId { MerchantItemId = "A1" } }],
    };

    private static TestCaseData Case(string name, string parameter, Func<CheckoutClient, Task> operation) =>
        new TestCaseData(parameter, operation).SetArgDisplayNames(name);
}

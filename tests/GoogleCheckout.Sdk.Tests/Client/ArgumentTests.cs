using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
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
        yield return Case("charge, negative", "amount", client => client.ChargeOrderAsync(Order, new Money(-5m, "USD")));
        yield return Case("charge, nothing", "amount", client => client.ChargeOrderAsync(Order, new Money(0m, "USD")));
        yield return Case("charge, no such currency", "amount", client => client.ChargeOrderAsync(Order, new Money(5m, "dollars")));
        yield return Case("refund, negative", "amount", client => client.RefundOrderAsync(Order, "damaged", new Money(-0.01m, "USD")));
        yield return Case("refund, nothing", "amount", client => client.RefundOrderAsync(Order, "damaged", new Money(0.00m, "USD")));
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
        yield return Case("message, too long", "message", client => client.SendBuyerMessageAsync(Order, new string('m', 256)));
        yield return Case("message, empty", "message", client => client.SendBuyerMessageAsync(Order, " "));
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
        yield return Case("backorder, nothing", "merchantItemIds", client => client.BackorderItemsAsync(Order, []));
        yield return Case("backorder, empty item", "merchantItemIds", client => client.BackorderItemsAsync(Order, ["A1", ""]));
        yield return Case("return, nothing", "merchantItemIds", client => client.ReturnItemsAsync(Order, []));
        yield return Case("return, null item", "merchantItemIds", client => client.ReturnItemsAsync(Order, [null!]));
        yield return Case("reset, nothing", "merchantItemIds", client => client.ResetItemsShippingInformationAsync(Order, []));
        yield return Case("cancel items, empty item", "merchantItemIds", client => client.CancelItemsAsync(Order, [" "], "sold out"));
        yield return Case("number, empty", "merchantOrderNumber", client => client.AddMerchantOrderNumberAsync(Order, ""));
        yield return Case("number, null", "merchantOrderNumber", client => client.AddMerchantOrderNumberAsync(Order, null!));
        yield return Case("tracking, null", "trackingData", client => client.AddTrackingDataAsync(Order, null!));
        yield return Case("tracking, no carrier", "trackingData", client => client.AddTrackingDataAsync(Order, new TrackingData { Carrier = "", TrackingNumber = "1Z" }));
        yield return Case("deliver, no carrier", "trackingData", client => client.DeliverOrderAsync(Order, new TrackingData { Carrier = " " }));
        yield return Case("ship, nothing", "request", client => client.ShipItemsAsync(new ShipItemsRequest { GoogleOrderNumber = Order }));
        yield return Case("ship, no item id", "request", client => client.ShipItemsAsync(Shipment(new ItemShippingInformation { ItemId = new ItemId() })));
        yield return Case("ship, null item", "request", client => client.ShipItemsAsync(Shipment(null!)));
        yield return Case("ship, no carrier", "request", client => client.ShipItemsAsync(Shipment(Item("A1") with { TrackingDataList = [new TrackingData { Carrier = "" }] })));
        yield return Case("charge and ship, nothing", "request", client => client.ChargeAndShipOrderAsync(new ChargeAndShipOrderRequest { GoogleOrderNumber = Order, Amount = new Money(0m, "USD") }));
        yield return Case("charge and ship, no carrier", "request", client => client.ChargeAndShipOrderAsync(new ChargeAndShipOrderRequest { GoogleOrderNumber = Order, TrackingDataList = [new TrackingData { Carrier = "" }] }));
        yield return Case("charge and ship, no item id", "request", client => client.ChargeAndShipOrderAsync(new ChargeAndShipOrderRequest { GoogleOrderNumber = Order, ItemShippingInformationList = [Item("")] }));
        yield return Case("recurrence, no cart", "request", client => client.CreateOrderRecurrenceAsync(new CreateOrderRecurrenceRequest { GoogleOrderNumber = Order, ShoppingCart = null! }));
        yield return Case("recurrence, no items", "request", client => client.CreateOrderRecurrenceAsync(new CreateOrderRecurrenceRequest { GoogleOrderNumber = Order, ShoppingCart = new ShoppingCart() }));
        yield return Case("send, negative", "command", client => client.SendAsync(new ChargeOrderRequest { GoogleOrderNumber = Order, Amount = new Money(-1m, "USD") }));
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
        yield return Case("history page, empty serial number", "request", client => client.GetNotificationHistoryPageAsync(new NotificationHistoryRequest { SerialNumber = "" }));
        yield return Case("history page, empty token", "request", client => client.GetNotificationHistoryPageAsync(new NotificationHistoryRequest { NextPageToken = " " }));
        yield return Case("history page, too many orders", "request", client => client.GetNotificationHistoryPageAsync(new NotificationHistoryRequest { OrderNumbers = [.. Enumerable.Repeat(Order, 17)] }));
        yield return Case("polling, no token", "continueToken", client => client.PollNotificationsAsync("").GetAsyncEnumerator().MoveNextAsync().AsTask());
        yield return Case("order list, null", "request", client => client.GetOrderListAsync(null!).GetAsyncEnumerator().MoveNextAsync().AsTask());
    }

    public static IEnumerable<TestCaseData> Enumerations()
    {
        var time = new DateTimeOffset(2012, 5, 1, 5, 0, 0, TimeSpan.Zero);
        yield return History("null", null!);
        yield return History("empty order number", new NotificationHistoryRequest { OrderNumbers = [Order, ""] });
        yield return History("empty type", new NotificationHistoryRequest { NotificationTypes = [""] });
        yield return History("start alone", new NotificationHistoryRequest { StartTime = time });
        yield return History("end alone", new NotificationHistoryRequest { EndTime = time });
        yield return History("end before start", new NotificationHistoryRequest { StartTime = time, EndTime = time.AddTicks(-1) });
        yield return List("null", null!);
        yield return List("end before start", Period(2) with { EndDate = new DateTime(2012, 1, 1) });
        yield return List("start in UTC", Period(2) with { StartDate = new DateTime(2012, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
        yield return List("end in local time", Period(2) with { EndDate = new DateTime(2012, 1, 3, 0, 0, 0, DateTimeKind.Local) });
        yield return List("unknown financial state", Period(2) with { FinancialState = FinancialOrderState.Unknown });
        yield return List("unknown fulfillment state", Period(2) with { FulfillmentState = FulfillmentOrderState.Unknown });
        yield return List("empty time zone", Period(2) with { DateTimeZone = "" });
    }

    [TestCaseSource(nameof(Enumerations))]
    public void Enumeration_WhenTheRequestIsInvalid_ThrowsAtTheCall(Action<CheckoutClient> call)
    {
        using var client = new CheckoutClient(new HttpClient(), TestMerchant.Options());

        Assert.That(() => call(client), Throws.InstanceOf<ArgumentException>().With.Property("ParamName").EqualTo("request"));
    }

    [Test]
    public async Task Operation_AtTheLimits_IsSent()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.RequestReceived));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        await client.ChargeOrderAsync(Order);
        await client.ChargeOrderAsync(Order, new Money(0.01m, "USD"));
        await client.RefundOrderAsync(Order, "r", new Money(1m, "JPY"));
        await client.DeliverOrderAsync(Order, new TrackingData { Carrier = "UPS" });
        await client.CancelItemsAsync(Order, [], "the buyer ends the subscription");

        Assert.That(network.Requests, Has.Count.EqualTo(5));
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
        await client.SendBuyerMessageAsync(Order, string.Concat(Enumerable.Repeat("\U0001F375", 255)));

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

    private static OrderListRequest Period(int days) => new() { StartDate = new DateTime(2012, 1, 2), EndDate = new DateTime(2012, 1, 2).AddDays(days) };

    private static ItemShippingInformation Item(string id) => new() { ItemId = new ItemId { MerchantItemId = id } };

    private static ShipItemsRequest Shipment(ItemShippingInformation item) => new() { GoogleOrderNumber = Order, ItemShippingInformationList = [item] };

    private static TestCaseData History(string name, NotificationHistoryRequest request) =>
        new TestCaseData((CheckoutClient client) => { client.GetNotificationHistoryAsync(request); }).SetArgDisplayNames($"history, {name}");

    private static TestCaseData List(string name, OrderListRequest request) =>
        new TestCaseData((CheckoutClient client) => { client.GetOrderListAsync(request); }).SetArgDisplayNames($"order list, {name}");

    private static ChargeAndShipOrderRequest BothLists => new()
    {
        GoogleOrderNumber = Order,
        TrackingDataList = [new TrackingData { Carrier = "UPS" }],
        ItemShippingInformationList = [new ItemShippingInformation { ItemId = new ItemId { MerchantItemId = "A1" } }],
    };

    private static TestCaseData Case(string name, string parameter, Func<CheckoutClient, Task> operation) =>
        new TestCaseData(parameter, operation).SetArgDisplayNames(name);
}

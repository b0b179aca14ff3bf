using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Client;

/// <summary>Responses to another request than the one that was sent: they are unexpected, and tell nothing about a command.</summary>
public class ResponseMismatchTests
{
    private const string Order = TestMerchant.OrderNumber;
    private const string Other = "999999999999999";

    public static IEnumerable<TestCaseData> Receipts()
    {
        yield return Receipt("charge-amount-notification", "<latest-charge-amount currency='USD'>1</latest-charge-amount><total-charge-amount currency='USD'>1</total-charge-amount>");
        yield return Receipt("refund-amount-notification", "<latest-refund-amount currency='USD'>1</latest-refund-amount><total-refund-amount currency='USD'>1</total-refund-amount>");
        yield return Receipt(
            "order-state-change-notification",
            "<new-financial-order-state>CHARGED</new-financial-order-state><new-fulfillment-order-state>NEW</new-fulfillment-order-state>"
            + "<previous-financial-order-state>CHARGEABLE</previous-financial-order-state><previous-fulfillment-order-state>NEW</previous-fulfillment-order-state>");
    }

    [TestCaseSource(nameof(Receipts))]
    public void Command_ReceiptOfAnotherOrder_OutcomeIsUnknown(Func<string, string> receipt)
    {
        using var client = ClientThatReads(receipt(Other));

        var thrown = Assert.ThrowsAsync<CheckoutXmlException>(async () => await client.ChargeOrderAsync(Order))!;

        Assert.That((thrown.OutcomeUnknown, thrown.IsTransient), Is.EqualTo((true, false)));
        Assert.That(thrown.Message, Does.Contain("the receipt of a command about another order").And.Contain($"look up order {Order}").And.Not.Contain(Other));
    }

    [TestCaseSource(nameof(Receipts))]
    public void Command_ReceiptOfItsOrder_IsReturned(Func<string, string> receipt)
    {
        using var client = ClientThatReads(receipt(Order));

        Assert.That(async () => await client.ChargeOrderAsync($" {Order} "), Throws.Nothing);
    }

    [TestCase("777", true)]
    [TestCase(Other, false)]
    public void CreateOrderRecurrenceAsync_ReceiptOfTheCreatedOrder_IsReturned(string created, bool isUnexpected)
    {
        using var client = ClientThatReads(SampleResponses.Document(
            "subscription-request-received", string.Empty, $"<new-google-order-number>{created}</new-google-order-number>{Charge(Other)}"));

        Assert.That(
            async () => await client.CreateOrderRecurrenceAsync(new CreateOrderRecurrenceRequest { GoogleOrderNumber = Order, ShoppingCart = Cart.ShoppingCart }),
            isUnexpected ? Throws.TypeOf<CheckoutXmlException>().With.Property("OutcomeUnknown").True : Throws.Nothing);
    }

    [Test]
    public void Command_ReceiptWithTheSummaryOfAnotherOrder_OutcomeIsUnknown()
    {
        using var client = ClientThatReads(SampleResponses.Document("request-received", string.Empty, Charge(Order, $"<order-summary>{Summary(Other)}</order-summary>")));

        Assert.That(async () => await client.ChargeOrderAsync(Order), Throws.TypeOf<CheckoutXmlException>().With.Property("OutcomeUnknown").True);
    }

    [Test]
    public void GetNotificationAsync_AnotherSerialNumber_IsUnexpected([Values] bool inAPage)
    {
        using var client = ClientThatReads(inAPage ? SampleResponses.History(null, "2") : SampleResponses.Charge("2"));

        Assert.That(
            async () => await client.GetNotificationAsync("1"),
            Throws.TypeOf<CheckoutXmlException>().With.Property("OutcomeUnknown").False.And.Message.Contains("another serial number"));
    }

    [TestCase("2")]
    [TestCase("1", "2")]
    public void GetNotificationHistoryPageAsync_AnotherSerialNumber_IsUnexpected(params string[] serialNumbers)
    {
        using var client = ClientThatReads(SampleResponses.History(null, serialNumbers));

        Assert.That(
            async () => await client.GetNotificationHistoryPageAsync(new NotificationHistoryRequest { SerialNumber = "1" }),
            Throws.TypeOf<CheckoutXmlException>().With.Message.Contains("another serial number"));
    }

    [Test]
    public void GetNotificationHistoryPageAsync_AnOrderThatWasNotAskedFor_IsUnexpected()
    {
        using var client = ClientThatReads(SampleResponses.History(null, "1"));

        Assert.That(
            async () => await client.GetNotificationHistoryPageAsync(new NotificationHistoryRequest { OrderNumbers = [Other] }),
            Throws.TypeOf<CheckoutXmlException>().With.Message.Contains("an order that was not asked for"));
    }

    [Test]
    public void GetNotificationHistoryAsync_ALaterPageAboutAnotherOrder_IsUnexpected()
    {
        using var network = new StubHandler(number => SampleResponses.Xml(number == 1
            ? SampleResponses.History("next", "1")
            : SampleResponses.Document("notification-history-response", string.Empty, $"<notifications>{Charge(Other)}</notifications>")));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        Assert.That(
            async () =>
            {
                await foreach (var notification in client.GetNotificationHistoryAsync(new NotificationHistoryRequest { OrderNumbers = [Order] }))
                {
                }
            },
            Throws.TypeOf<CheckoutXmlException>().With.Message.Contains("an order that was not asked for"));
        Assert.That(network.Requests, Has.Count.EqualTo(2));
    }

    [TestCase("an order that was not asked for", Other)]
    [TestCase("an order that was not asked for", Order, Other)]
    [TestCase("two summaries of one order", Order, Order)]
    public void GetOrderSummariesAsync_OfOtherOrders_IsUnexpected(string reason, params string[] answered)
    {
        using var client = ClientThatReads(Summaries(answered));

        Assert.That(
            async () => await client.GetOrderSummariesAsync([Order]),
            Throws.TypeOf<CheckoutXmlException>().With.Property("OutcomeUnknown").False.And.Message.Contains(reason));
    }

    [Test]
    public async Task GetOrderSummariesAsync_AnUnknownOrder_IsMissing()
    {
        using var client = ClientThatReads(Summaries());

        Assert.That(await client.GetOrderSummariesAsync([Order]), Is.Empty);
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("//evil.test/pay")]
    [TestCase("/pay")]
    [TestCase("pay")]
    [TestCase("")]
    [TestCase("ftp://service.test/pay")]
    [TestCase("file:///etc/passwd")]
    [TestCase("data:text/html,x")]
    [TestCase("https:")]
    [TestCase("https://")]
    [TestCase("https:///pay")]
    [TestCase("https://service.test/a b")]
    [TestCase("https://service.test/a&#10;Set-Cookie: a=b")]
    [TestCase("https://service.test/&#x85;a")]
    [TestCase("https://service.test/b\u00FCcher")]
    [TestCase("https://b\u00FCcher.test/")]
    public void CheckoutAsync_RedirectIsNoAbsoluteHttpUrl_OutcomeIsUnknown(string url)
    {
        using var client = ClientThatReads(Redirect(url));

        Assert.That(
            async () => await client.CheckoutAsync(Cart),
            Throws.TypeOf<CheckoutXmlException>().With.Property("OutcomeUnknown").True);
    }

    [TestCase("https://service.test/pay?cart=1")]
    [TestCase("HTTP://127.0.0.1:8080/pay")]
    [TestCase("https://[::1]/pay")]
    [TestCase("https://service.test/b%C3%BCcher")]
    public async Task CheckoutAsync_RedirectIsAnAbsoluteHttpUrl_IsReturned(string url)
    {
        using var client = ClientThatReads(Redirect(url));

        Assert.That((await client.CheckoutAsync(Cart)).RedirectUrl, Is.EqualTo(url));
    }

    [Test]
    public void GetContinueTokenAsync_EmptyToken_IsUnexpected()
    {
        using var client = ClientThatReads(SampleResponses.Document("notification-data-token-response", string.Empty, "<continue-token/>"));

        Assert.That(async () => await client.GetContinueTokenAsync(DateTimeOffset.UnixEpoch), Throws.TypeOf<CheckoutXmlException>());
    }

    private static CheckoutShoppingCart Cart => CheckoutShoppingCart.Create(new Item { ItemName = "Tea", ItemDescription = "Green", UnitPrice = new Money(5m, "USD"), Quantity = 1 });

    private static TestCaseData Receipt(string root, string content) => new TestCaseData((Func<string, string>)(order =>
            SampleResponses.Document("request-received", string.Empty, $"<{root} serial-number='1'><google-order-number>{order}</google-order-number><timestamp>2012-10-10T02:10:58Z</timestamp>{content}</{root}>")))
        .SetArgDisplayNames(root);

    private static string Charge(string order, string more = "") =>
        $"<charge-amount-notification serial-number='1'><google-order-number>{order}</google-order-number><timestamp>2012-10-10T02:10:58Z</timestamp>"
        + $"<latest-charge-amount currency='USD'>1</latest-charge-amount><total-charge-amount currency='USD'>1</total-charge-amount>{more}</charge-amount-notification>";

    private static string Redirect(string url) => SampleResponses.Document("checkout-redirect", "serial-number='1'", $"<redirect-url>{url}</redirect-url>");

    private static string Summaries(params string[] orders) => SampleResponses.Document(
        "order-summary-response", "serial-number='1'", $"<order-summaries>{string.Concat(orders.Select(order => $"<order-summary>{Summary(order)}</order-summary>"))}</order-summaries>");

    private static string Summary(string order) =>
        $"<google-order-number>{order}</google-order-number><order-total currency='USD'>12.50</order-total><financial-order-state>CHARGED</financial-order-state>"
        + "<fulfillment-order-state>NEW</fulfillment-order-state><total-charge-amount currency='USD'>12.50</total-charge-amount><total-refund-amount currency='USD'>0</total-refund-amount>"
        + "<total-chargeback-amount currency='USD'>0</total-chargeback-amount><purchase-date>2012-10-10T02:10:58Z</purchase-date><archived>false</archived><shopping-cart><items/></shopping-cart>";

    private static CheckoutClient ClientThatReads(string document) =>
        new(new HttpClient(new StubHandler(_ => SampleResponses.Xml(document))), TestMerchant.Options());
}

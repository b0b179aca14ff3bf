using System.Globalization;
using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Client;

/// <summary>Queries for notifications: a single one, the history, and polling.</summary>
public class NotificationTests
{
    [Test]
    public async Task GetNotificationAsync_WhenTheResponseIsTheNotification_ReturnsIt()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Charge("00010-2")));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        var notification = await client.GetNotificationAsync("00010-2");

        Assert.Multiple(() =>
        {
            Assert.That(notification, Is.TypeOf<ChargeAmountNotification>().With.Property("SerialNumber").EqualTo("00010-2"));
            Assert.That(notification.OriginalXml.IsEmpty, Is.False);
            Assert.That(network.Requests.Single().Uri.AbsoluteUri, Is.EqualTo(TestMerchant.ReportsEndpoint));
            Assert.That(network.Requests.Single().Xml.Value, Is.EqualTo("00010-2"));
        });
    }

    [Test]
    public async Task GetNotificationAsync_WhenTheResponseIsAPage_ReturnsItsNotification()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.History(null, "00010-2")));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        Assert.That((await client.GetNotificationAsync("00010-2")).SerialNumber, Is.EqualTo("00010-2"));
    }

    [Test]
    public async Task GetNotificationAsync_WhenItsKindIsUnknown_ReturnsIt()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Charge("1", "surprise-notification")));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        Assert.That(await client.GetNotificationAsync("1"), Is.TypeOf<UnknownNotification>());
    }

    [Test]
    public void GetNotificationAsync_WhenThereIsNone_ThrowsTheServicesMessage()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Error("no such serial number"), System.Net.HttpStatusCode.BadRequest));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        Assert.That(async () => await client.GetNotificationAsync("1"), Throws.TypeOf<CheckoutApiException>().With.Property("ErrorMessage").EqualTo("no such serial number"));
    }

    [Test]
    public async Task GetNotificationHistoryAsync_WhenThereAreMorePages_FollowsTheTokenOfEachPage()
    {
        string[] pages = [SampleResponses.History("token-1", "1", "2"), SampleResponses.History("token-2", "3"), SampleResponses.History(null, "4")];
        using var network = new StubHandler(number => SampleResponses.Xml(pages[number - 1]));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());
        var request = new NotificationHistoryRequest { StartTime = DateTimeOffset.UnixEpoch, EndTime = DateTimeOffset.UnixEpoch.AddDays(1) };

        var serials = await ToList(client.GetNotificationHistoryAsync(request));

        Assert.Multiple(() =>
        {
            Assert.That(serials.Select(notification => notification.SerialNumber), Is.EqualTo(new[] { "1", "2", "3", "4" }));
            Assert.That(network.Requests[0].Xml.Elements().Select(element => element.Name.LocalName), Is.EquivalentTo(new[] { "start-time", "end-time" }));
            Assert.That(network.Requests.Skip(1).Select(sent => sent.Xml.Elements().Single().ToString()), Has.All.Contain("next-page-token"));
            Assert.That(network.Requests.Skip(1).Select(sent => sent.Xml.Value), Is.EqualTo(new[] { "token-1", "token-2" }));
        });
    }

    [Test]
    public void GetNotificationHistoryAsync_WhenOneCannotBeRead_ReturnsAllOthersAndThrowsAtTheEnd()
    {
        string[] pages = [SampleResponses.History("token-1", "1", new string('2', 129)), SampleResponses.History(null, "3", "4")];
        using var network = new StubHandler(number => SampleResponses.Xml(pages[number - 1]));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());
        var serials = new List<string>();

        var thrown = Assert.ThrowsAsync<CheckoutXmlException>(async () =>
        {
            await foreach (var notification in client.GetNotificationHistoryAsync(new NotificationHistoryRequest()))
            {
                serials.Add(notification.SerialNumber);
            }
        })!;

        Assert.That(serials, Is.EqualTo(new[] { "1", "3", "4" }));
        Assert.That(thrown.Message, Does.Contain("cannot be read: 1. All others were returned.").And.Contain("must have at most 128 characters"));
    }

    [Test]
    public async Task GetNotificationHistoryPageAsync_WhenOneCannotBeRead_ReturnsItWithoutSecrets()
    {
        var name = $"{TestMerchant.Key}-notification";
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.History(null, "1", new string('2', 129)).Replace("charge-amount-notification", name, StringComparison.Ordinal)));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        var page = await client.GetNotificationHistoryPageAsync(new NotificationHistoryRequest());

        var unreadable = page.UnreadableNotifications.Single();
        Assert.That(page.Notifications, Has.Count.EqualTo(1));
        Assert.That(page.OriginalXml.IsEmpty, Is.False);
        Assert.That($"{unreadable} {unreadable.RootName} {unreadable.Error} {unreadable.Error.Path}", Does.Contain("***").And.Not.Contain(TestMerchant.Key));
    }

    [Test]
    public void GetNotificationAsync_WhenTheOnlyOneOfThePageCannotBeRead_ThrowsWhy()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.History(null, new string('2', 129))));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        Assert.That(async () => await client.GetNotificationAsync("1"), Throws.TypeOf<CheckoutXmlException>().With.Message.Contains("must have at most 128 characters"));
    }

    [Test]
    public async Task GetNotificationHistoryAsync_WhenNotEnumeratedFurther_FetchesNoMorePages()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.History("token", "1")));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        await foreach (var notification in client.GetNotificationHistoryAsync(new NotificationHistoryRequest()))
        {
            break;
        }

        Assert.That(network.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task GetNotificationHistoryAsync_WhenThereAreManyOrders_SendsSixteenAtATime()
    {
        using var network = new StubHandler(number => SampleResponses.Xml(SampleResponses.History(null, number.ToString(CultureInfo.InvariantCulture))));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());
        var numbers = Enumerable.Range(0, 40).Select(number => number % 16 == 0 ? TestMerchant.OrderNumber : number.ToString(CultureInfo.InvariantCulture)).ToList();

        var notifications = await ToList(client.GetNotificationHistoryAsync(new NotificationHistoryRequest { OrderNumbers = numbers, NotificationTypes = [NotificationTypes.NewOrder] }));

        var asked = network.Requests.Select(sent => sent.Xml.Descendants().Where(element => element.Name.LocalName == "google-order-number").Select(element => element.Value).ToList()).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(asked.Select(part => part.Count), Is.EqualTo(new[] { 16, 16, 8 }));
            Assert.That(asked.SelectMany(part => part), Is.EqualTo(numbers));
            Assert.That(network.Requests.Select(sent => sent.Body), Has.All.Contain("new-order"));
            Assert.That(notifications, Has.Count.EqualTo(3));
        });
    }

    [TestCase(16, ExpectedResult = new[] { 16 })]
    [TestCase(17, ExpectedResult = new[] { 16, 1 })]
    public async Task<int[]> GetNotificationHistoryAsync_AroundTheLimit_SendsSixteenPerRequest(int orders)
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.History(null)));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        await ToList(client.GetNotificationHistoryAsync(new NotificationHistoryRequest { OrderNumbers = [.. Enumerable.Range(1, orders).Select(number => $"{number}")] }));

        return [.. network.Requests.Select(sent => sent.Xml.Descendants().Count(element => element.Name.LocalName == "google-order-number"))];
    }

    [Test]
    public void GetNotificationHistoryAsync_WhenTheServiceRepeatsItsToken_Throws()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.History("token", "1")));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        Assert.That(async () => await ToList(client.GetNotificationHistoryAsync(new NotificationHistoryRequest())), Throws.TypeOf<CheckoutException>());
        Assert.That(network.Requests, Has.Count.EqualTo(2));
    }

    [TestCase("A B A", 3)]
    [TestCase("A B C B", 4)]
    [TestCase("A B C D E A", 6)]
    public void GetNotificationHistoryAsync_WhenTokensGoInACircle_Throws(string tokens, int requests)
    {
        var next = tokens.Split(' ');
        using var network = new StubHandler(number => SampleResponses.Xml(SampleResponses.History(next[(number - 1) % next.Length], "1")));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        Assert.That(async () => await ToList(client.GetNotificationHistoryAsync(new NotificationHistoryRequest())), Throws.TypeOf<CheckoutException>());
        Assert.That(network.Requests, Has.Count.EqualTo(requests));
    }

    [TestCase("A B A", 3)]
    [TestCase("start", 1)]
    [TestCase("A B C start", 4)]
    public void PollNotificationsAsync_WhenTokensGoInACircle_Throws(string tokens, int requests)
    {
        var next = tokens.Split(' ');
        using var network = new StubHandler(number => SampleResponses.Xml(SampleResponses.Polled(next[(number - 1) % next.Length], hasMore: true, "1")));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        Assert.That(async () => await ToList(client.PollNotificationsAsync("start")), Throws.TypeOf<CheckoutException>());
        Assert.That(network.Requests, Has.Count.EqualTo(requests));
    }

    [Test]
    public async Task GetNotificationHistoryAsync_WhenThereAreManyPages_ReadsAll()
    {
        using var network = new StubHandler(number => SampleResponses.Xml(SampleResponses.History(number < 1500 ? $"token-{number}" : null, "1")));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        Assert.That(await ToList(client.GetNotificationHistoryAsync(new NotificationHistoryRequest())), Has.Count.EqualTo(1500));
    }

    [Test]
    public async Task GetNotificationHistoryPageAsync_WithASerialNumber_ReturnsAPageWithOne()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Charge("1")));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        var page = await client.GetNotificationHistoryPageAsync(new NotificationHistoryRequest { SerialNumber = "1" });

        Assert.That(page.Notifications, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task PollNotificationsAsync_WhenThereIsMore_ContinuesWithTheTokenOfEachResponse()
    {
        string[] answers =
        [
            SampleResponses.Document("notification-data-token-response", "serial-number='1'", "<continue-token>start</continue-token>"),
            SampleResponses.Polled("after-1", hasMore: true, "1"),
            SampleResponses.Polled("after-2", hasMore: true),
            SampleResponses.Polled("after-3", hasMore: false, "2", "3"),
        ];
        using var network = new StubHandler(number => SampleResponses.Xml(answers[number - 1]));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        var token = await client.GetContinueTokenAsync(new DateTimeOffset(2012, 5, 1, 5, 0, 0, TimeSpan.Zero));
        var polled = await ToList(client.PollNotificationsAsync(token));

        Assert.Multiple(() =>
        {
            Assert.That(token, Is.EqualTo("start"));
            Assert.That(polled.Select(answer => answer.ContinueToken), Is.EqualTo(new[] { "after-1", "after-2", "after-3" }));
            Assert.That(polled.SelectMany(answer => answer.Notifications).Select(notification => notification.SerialNumber), Is.EqualTo(new[] { "1", "2", "3" }));
            Assert.That(network.Requests.Skip(1).Select(request => request.Xml.Value), Is.EqualTo(new[] { "start", "after-1", "after-2" }));
            Assert.That(network.Requests.Select(request => request.Uri.AbsoluteUri), Has.All.EqualTo(TestMerchant.ReportsEndpoint));
        });
    }

    [Test]
    public async Task GetOrderSummariesAsync_WhenCalled_ReturnsTheKnownOrders()
    {
        const string summary = """
            <order-summaries><order-summary><google-order-number>841171949013218</google-order-number><order-total currency="USD">12.50</order-total>
            <financial-order-state>CHARGED</financial-order-state><fulfillment-order-state>NEW</fulfillment-order-state>
            <total-charge-amount currency="USD">12.50</total-charge-amount><total-refund-amount currency="USD">0</total-refund-amount>
            <total-chargeback-amount currency="USD">0</total-chargeback-amount><purchase-date>2012-10-10T02:10:58Z</purchase-date>
            <archived>false</archived><shopping-cart><items/></shopping-cart></order-summary></order-summaries>
            """;
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Document("order-summary-response", "serial-number='1'", summary)));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        var summaries = await client.GetOrderSummariesAsync([TestMerchant.OrderNumber, "2"]);

        Assert.Multiple(() =>
        {
            Assert.That(summaries.Single().TotalChargeAmount, Is.EqualTo(new Money(12.50m, "USD")));
            Assert.That(network.Requests.Single().Xml.Descendants().Count(element => element.Name.LocalName == "google-order-number"), Is.EqualTo(2));
        });
    }

    private static async Task<List<T>> ToList<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }
}

using System.Net;
using System.Text;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>A page that is not well-formed, read by the real client: polling continues after it, and every notification is handled or reported.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DamagedPagePollingTests : IDisposable
{
    private readonly WaitReportingTimeProvider _clock = new();
    private TestDatabase _database = null!;
    private PollingShop _shop = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        _shop = new PollingShop(_database.Connect(), _clock, _ => { });
    }

    [TearDown]
    public async Task CloseAsync()
    {
        _shop.Dispose();
        await _database.DisposeAsync();
    }

    public void Dispose() => _shop?.Dispose();

    [Test]
    public async Task Poll_PageIsDamaged_HandlesTheOthersAndThePageAfterIt([Values] NotificationSource source)
    {
        using var client = CreateClient(CreatePage("first", hasMore: true, "1", "2", "3").Replace(">2.00</total", ">\u00012.00</total", StringComparison.Ordinal), CreatePage("last", hasMore: false, "4"));

        var round = await PollAsync(client, source);

        Assert.Multiple(async () =>
        {
            Assert.That((round.Handled, round.Unreadable, round.NotHandled), Is.EqualTo((3, 1, 0)));
            Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1", "3", "4" }));
            Assert.That(Reports(NotificationInboxEventIds.PolledNotificationUnreadable), Has.One.Items.And.All.Contains("charge-amount-notification 2 of order order-2 cannot be read"));
        });
    }

    [Test]
    public async Task Poll_TokenOfThePageIsDamaged_ThrowsAndKeepsTheCursor([Values] NotificationSource source)
    {
        using var damaged = CreateClient(CreatePage("fi\u0001rst", hasMore: true, "1"));
        using var mended = CreateClient(CreatePage("last", hasMore: false, "1"));

        Assert.That(async () => await PollAsync(damaged, source), Throws.TypeOf<CheckoutXmlException>());
        var round = await PollAsync(mended, source);

        Assert.That((round.Handled, round.Unreadable, round.NotHandled), Is.EqualTo((1, 0, 0)));
    }

    private Task<PollingRound> PollAsync(CheckoutClient client, NotificationSource source) => _shop
        .Poller(source == NotificationSource.Polling ? new TokenPollingSource(client, _clock) : new HistoryPollingSource(client, _clock), new NotificationPollingOptions { LookBack = TimeSpan.FromHours(2) })
        .PollAsync(default, default);

    private IEnumerable<string> Reports(int eventId) => _shop.Log.GetSnapshot().Where(entry => entry.Id.Id == eventId).Select(entry => entry.GetText());

    private CheckoutClient CreateClient(params string[] pages) => new(
        new HttpClient(new Service(pages)),
        new CheckoutOptions { MerchantId = "123456789012345", MerchantKey = "key", Environment = CheckoutEnvironment.Sandbox, TimeProvider = _clock });

    // Both kinds of page: the service replaces the name of the root.
    private static string CreatePage(string token, bool hasMore, params string[] numbers) =>
        $"<serial><notifications>{string.Concat(numbers.Select(number =>
            $"<charge-amount-notification serial-number=\"{number}\"><google-order-number>order-{number}</google-order-number><timestamp>2012-01-01T00:00:00Z</timestamp>"
            + $"<latest-charge-amount currency=\"USD\">{number}.00</latest-charge-amount><total-charge-amount currency=\"USD\">{number}.00</total-charge-amount></charge-amount-notification>"))}</notifications>"
        + $"<continue-token>{token}</continue-token><has-more-notifications>{(hasMore ? "true" : "false")}</has-more-notifications>{(hasMore ? $"<next-page-token>{token}</next-page-token>" : string.Empty)}</serial>";

    private sealed class Service(string[] pages) : HttpMessageHandler
    {
        private int _next;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var sent = await request.Content!.ReadAsStringAsync(cancellationToken);
            var root = sent.Contains("notification-history-request", StringComparison.Ordinal) ? "notification-history-response" : "notification-data-response";
            var document = sent.Contains("notification-data-token-request", StringComparison.Ordinal)
                ? "<notification-data-token-response xmlns=\"http://checkout.google.com/schema/2\"><continue-token>start</continue-token></notification-data-token-response>"
                : pages[_next++].Replace("</serial>", $"</{root}>", StringComparison.Ordinal).Replace("<serial>", $"<{root} xmlns=\"http://checkout.google.com/schema/2\">", StringComparison.Ordinal);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(document, Encoding.UTF8, "application/xml") };
        }
    }
}

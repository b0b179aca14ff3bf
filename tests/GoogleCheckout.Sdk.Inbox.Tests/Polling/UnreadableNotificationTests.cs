using System.Text;
using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>Polled pages with a notification that cannot be read: it is reported, the others are handled, and polling goes on.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class UnreadableNotificationTests : IDisposable
{
    private readonly WaitReportingTimeProvider _clock = new();
    private readonly ScriptedService _service = new() { AnswerSize = 50 };
    private TestDatabase _database = null!;
    private PollingShop _shop = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        _shop = new PollingShop(_database.Connect(), _clock, _ => { });
        _service.Add(Enumerable.Range(1, 120).Select(Numbered));
        _service.Unreadable.Add("7");
    }

    [TearDown]
    public async Task CloseAsync()
    {
        _shop.Dispose();
        await _database.DisposeAsync();
    }

    public void Dispose() => _service.Dispose();

    [Test]
    public async Task Poll_SeventhOfFiftyCannotBeRead_HandlesTheOthersAndGoesOn()
    {
        var round = await PollAsync();
        var next = await PollAsync();

        Assert.Multiple(async () =>
        {
            Assert.That((round.Handled, round.Unreadable, round.NotHandled), Is.EqualTo((119, 1, 0)));
            Assert.That((next.Handled, next.Duplicates, next.Unreadable), Is.EqualTo((0, 0, 0)));
            Assert.That(_service.Requests[1..], Is.EqualTo(new[] { "t 0", "t 50", "t 100", "t 120" }));
            Assert.That(await _database.EffectsAsync(), Is.EqualTo(Enumerable.Range(1, 120).Where(number => number != 7).Select(number => $"{number}")));
            Assert.That(Reports(NotificationInboxEventIds.PolledNotificationUnreadable), Has.One.Items.And.All.Contains("charge-amount-notification 7 of order order-7 cannot be read").And.All.Contains("The total is missing."));
        });
    }

    [Test]
    public async Task Poll_OneCannotBeRead_TheInboxHandlesItWhenItArrivesInAReadableForm()
    {
        await PollAsync();

        var isHandled = await _shop.Services.GetRequiredService<NotificationReceiver>().ReceiveAsync(Numbered(7));

        Assert.That(isHandled, "nothing recorded it as handled");
        Assert.That((await _database.EffectsAsync())[^1], Is.EqualTo("7"));
    }

    [TestCase(NotificationSource.Polling)]
    [TestCase(NotificationSource.History)]
    public async Task Poll_OnUnreadable_ReceivesTheXml(NotificationSource source)
    {
        var saved = new List<string>();

        var round = await PollAsync(
            (unreadable, _) =>
            {
                saved.Add(Encoding.UTF8.GetString(unreadable.RawXml.Span));
                return Task.CompletedTask;
            },
            source);

        Assert.That((round.Handled, round.Unreadable, round.NotHandled), Is.EqualTo((119, 1, 0)));
        Assert.That(saved, Is.EqualTo(new[] { "<7/>" }));
    }

    [Test]
    public async Task Poll_OnUnreadableThrows_KeepsTheCursorAndCallsItAgain()
    {
        var calls = 0;
        Task SaveAsync(UnreadableNotification unreadable, CancellationToken cancellationToken) =>
            ++calls == 1 ? Task.FromException(new IOException("The disk is full.")) : Task.CompletedTask;

        var failed = await PollAsync(SaveAsync);
        var retried = await PollAsync(SaveAsync);

        Assert.Multiple(() =>
        {
            Assert.That((failed.Handled, failed.Unreadable, failed.NotHandled), Is.EqualTo((119, 0, 1)), "the other responses are handled too");
            Assert.That((retried.Handled, retried.Duplicates, retried.Unreadable, retried.NotHandled), Is.EqualTo((0, 119, 1, 0)));
            Assert.That(_service.Requests.Count(request => request == "t 50"), Is.EqualTo(2), "both rounds read it");
            Assert.That(Reports(NotificationInboxEventIds.OnUnreadableFailed), Has.One.Items.And.All.Contains("charge-amount-notification 7"));
        });
    }

    private Task<PollingRound> PollAsync(Func<UnreadableNotification, CancellationToken, Task>? onUnreadable = null, NotificationSource source = NotificationSource.Polling) => _shop
        .Poller(source == NotificationSource.Polling ? new TokenPollingSource(_service, _clock) : new HistoryPollingSource(_service, _clock), new NotificationPollingOptions { OnUnreadable = onUnreadable })
        .PollAsync(default, default);

    private IEnumerable<string> Reports(int eventId) => _shop.Log.GetSnapshot().Where(entry => entry.Id.Id == eventId).Select(entry => entry.GetText());

    private static Notification Numbered(int number) => Effects.Notification($"{number}", $"order-{number}", new DateTimeOffset(2012, 3, 3, 10, 0, 0, TimeSpan.Zero).AddSeconds(number));
}

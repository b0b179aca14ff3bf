using System.Net;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Polling;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class NotificationPollerTests : IDisposable
{
    private readonly WaitReportingTimeProvider _clock = new();
    private readonly ScriptedService _service = new();
    private readonly HashSet<string> _failing = [];
    private TestDatabase _database = null!;
    private PollingShop _shop = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        _shop = Open();
    }

    [TearDown]
    public async Task CloseAsync()
    {
        _shop.Dispose();
        await _database.DisposeAsync();
    }

    public void Dispose() => _service.Dispose();

    [Test]
    public async Task Poll_SeveralResponses_HandlesInOrderAndContinuesAtLastToken()
    {
        _service.Add(Numbered(1, 8));

        var round = await PollAsync();
        _service.Add(Numbered(9, 1));
        var next = await PollAsync();

        Assert.Multiple(async () =>
        {
            Assert.That((round.Handled, round.Duplicates, round.NotHandled), Is.EqualTo((8, 0, 0)));
            Assert.That((next.Handled, next.Duplicates, next.NotHandled), Is.EqualTo((1, 0, 0)));
            Assert.That(await _database.EffectsAsync(), Is.EqualTo(Serials(1, 9)));
            Assert.That(_service.Requests, Is.EqualTo(new[] { "start 2012-03-03 05:06:07", "t 0", "t 3", "t 6", "t 8" }));
        });
    }

    [Test]
    public async Task Poll_OnAnotherNodeOrAfterRestart_ContinuesAtStoredToken()
    {
        _service.Add(Numbered(1, 3));
        await PollAsync();
        _service.Add(Numbered(4, 2));

        using var other = Open();
        var round = await other.Poller(Polling).PollAsync(default, default);

        Assert.Multiple(async () =>
        {
            Assert.That((round.Handled, round.Duplicates), Is.EqualTo((2, 0)));
            Assert.That(await _database.EffectsAsync(), Is.EqualTo(Serials(1, 5)));
        });
    }

    [Test]
    public async Task Poll_SomeWerePushed_HandlesOnlyTheRest()
    {
        _service.Add(Numbered(1, 4));
        var pushed = Numbered(2, 1).Single();
        await _shop.Services.GetRequiredService<NotificationReceiver>().ReceiveAsync(pushed);

        var round = await PollAsync();

        Assert.Multiple(async () =>
        {
            Assert.That((round.Handled, round.Duplicates), Is.EqualTo((3, 1)));
            Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "2", "1", "3", "4" }));
        });
    }

    [Test]
    public async Task Poll_HandlerFails_HandlesOtherOrdersAndRetries()
    {
        _service.Add(Numbered(1, 8, serial => serial % 2 == 0 ? "even" : "odd"));
        _failing.Add("4");

        var failed = await PollAsync();
        var afterFailure = await _database.EffectsAsync();
        _failing.Clear();
        var retried = await PollAsync();
        var idle = await PollAsync();

        Assert.Multiple(async () =>
        {
            Assert.That((failed.Handled, failed.NotHandled, failed.FailedOrders), Is.EqualTo((5, 3, 1)), "6 and 8 wait for 4");
            Assert.That(afterFailure, Is.EqualTo(new[] { "1", "2", "3", "5", "7" }));
            Assert.That((retried.Handled, retried.Duplicates, retried.NotHandled), Is.EqualTo((3, 2, 0)), "from the answer with 4 on");
            Assert.That((idle.Handled, idle.Duplicates), Is.EqualTo((0, 0)));
            Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1", "2", "3", "5", "7", "4", "6", "8" }));
            Assert.That(_service.Requests, Is.EqualTo(new[] { "start 2012-03-03 05:06:07", "t 0", "t 3", "t 6", "t 3", "t 6", "t 8" }));
            Assert.That(_shop.Log.GetSnapshot().Select(entry => entry.GetText()), Has.One.Contains("Notification 4 of order even failed").And.Contains("The warehouse is closed."));
        });
    }

    [Test]
    public async Task Poll_EveryHandlerFails_EndsRoundAtFiftyOrders()
    {
        _service.AnswerSize = 20;
        _service.Add(Numbered(1, 200, serial => $"order-{serial}"));
        _failing.UnionWith(Serials(1, 200));

        var round = await PollAsync();

        Assert.That((round.Handled, round.NotHandled), Is.EqualTo((0, 60)));
        Assert.That(_service.Requests, Has.Count.EqualTo(4), "the start and three answers");
    }

    [Test]
    public async Task Poll_UnknownToken_RestartsOneHourBeforeLastHandled()
    {
        _service.Add(Numbered(1, 4));
        await PollAsync();
        _service.Requests.Clear();
        _service.TokenPrefix = "new";
        _service.Add(Numbered(5, 2));

        var round = await PollAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(await _database.EffectsAsync(), Is.EqualTo(Serials(1, 6)));
            Assert.That((round.Handled, round.NotHandled), Is.EqualTo((2, 0)));
            Assert.That(_service.Requests[..2], Is.EqualTo(new[] { "t 4", "start 2012-03-03 09:04:00" }));
            Assert.That(_shop.Log.GetSnapshot(), Has.One.Matches<FakeLogRecord>(entry =>
                entry.Level == LogLevel.Warning && entry.GetText().Contains("No such token.", StringComparison.Ordinal)));
        });
    }

    [Test]
    public async Task Poll_UnknownTokenOfEmptyResponse_RestartsAtPreviousTime()
    {
        _service.Add(Numbered(1, 4));
        await PollAsync();
        await PollAsync();
        _service.Requests.Clear();
        _service.TokenPrefix = "new";

        await PollAsync();

        Assert.That(_service.Requests[..2], Is.EqualTo(new[] { "t 4", "start 2012-03-03 09:04:00" }));
    }

    [TestCase(HttpStatusCode.Unauthorized)]
    [TestCase(HttpStatusCode.Forbidden)]
    public async Task Poll_WrongCredentials_KeepsToken(HttpStatusCode status)
    {
        _service.Add(Numbered(1, 4));
        await PollAsync();
        var before = await _shop.Cursors.ReadAsync(default);
        _service.Fault = ScriptedService.Refusal(status);

        Assert.That(PollAsync, Throws.TypeOf<CheckoutApiException>());
        Assert.That(await _shop.Cursors.ReadAsync(default), Is.EqualTo(before));
    }

    [Test]
    public async Task Poll_ServiceFailsBetweenResponses_ContinuesThere()
    {
        _service.Add(Numbered(1, 8));
        using var shop = Open(async (notification, context, cancellationToken) =>
        {
            await Effects.AddAsync(context, cancellationToken);
            _service.Fault = notification.SerialNumber == "5" ? new CheckoutException("No answer.") { IsTransient = true } : _service.Fault;
        });

        var poll = () => shop.Poller(Polling).PollAsync(default, default);
        Assert.That(poll, Throws.TypeOf<CheckoutException>());
        _service.Fault = null;
        _service.Requests.Clear();
        var round = await poll();

        Assert.Multiple(async () =>
        {
            Assert.That((round.Handled, round.Duplicates), Is.EqualTo((2, 0)));
            Assert.That(_service.Requests, Is.EqualTo(new[] { "t 6" }));
            Assert.That(await _database.EffectsAsync(), Is.EqualTo(Serials(1, 8)));
        });
    }

    [Test]
    public async Task Poll_StoppedWithinResponse_KeepsCursorBeforeIt()
    {
        _service.Add(Numbered(1, 6));
        using var stop = new CancellationTokenSource();
        using var shop = Open(async (notification, context, cancellationToken) =>
        {
            if (notification.SerialNumber == "5")
            {
                await stop.CancelAsync();
            }

            await Effects.AddAsync(context, cancellationToken);
        });

        Assert.That(() => shop.Poller(Polling).PollAsync(stop.Token, default), Throws.InstanceOf<OperationCanceledException>());
        var whenStopped = await _database.EffectsAsync();
        var round = await PollAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(whenStopped, Is.EqualTo(Serials(1, 5)), "the handler that ran has ended its work");
            Assert.That((round.Handled, round.Duplicates), Is.EqualTo((1, 2)));
            Assert.That(await _database.EffectsAsync(), Is.EqualTo(Serials(1, 6)));
        });
    }

    [Test]
    public async Task Poll_ResponseWithoutToken_UsesPreviousToken()
    {
        _service.LeavesOutTheLastToken = true;
        _service.Add(Numbered(1, 4));

        await PollAsync();
        var again = await PollAsync();

        Assert.That((again.Handled, again.Duplicates), Is.EqualTo((0, 1)));
        Assert.That(_service.Requests, Is.EqualTo(new[] { "start 2012-03-03 05:06:07", "t 0", "t 3", "t 3" }));
    }

    [TestCase(400, 179)]
    [TestCase(0, 1)]
    public async Task Poll_FirstRound_StartsAsFarBackAsServiceAllows(int lookBackDays, int expectedDays)
    {
        var options = new NotificationPollingOptions();
        options.LookBack = lookBackDays > 0 ? TimeSpan.FromDays(lookBackDays) : options.LookBack;

        await _shop.Poller(Polling, options).PollAsync(default, default);

        Assert.That(_service.Requests[0], Is.EqualTo($"start {_clock.GetUtcNow().AddDays(-expectedDays):yyyy-MM-dd HH:mm:ss}"));
    }

    [Test]
    public async Task GetTimeUntilDue_AnotherNodeStartedRound_ReturnsRestOfInterval()
    {
        var options = new NotificationPollingOptions { Interval = TimeSpan.FromMinutes(10) };
        var poller = _shop.Poller(Polling, options);
        var atFirst = await poller.GetTimeUntilDueAsync(default);
        await PollAsync();

        _clock.Advance(TimeSpan.FromMinutes(4));
        var soon = await poller.GetTimeUntilDueAsync(default);
        _clock.Advance(TimeSpan.FromMinutes(6));
        var due = await poller.GetTimeUntilDueAsync(default);

        Assert.That(new[] { atFirst, soon, due }, Is.EqualTo(new[] { TimeSpan.Zero, TimeSpan.FromMinutes(6), TimeSpan.Zero }));
    }

    [TestCase(3, false)]
    [TestCase(100, false)]
    [TestCase(3, true)]
    public async Task GetTimeUntilDue_RoundTakesLongerThanInterval_StaysAboveZero(int answerSize, bool firstFails)
    {
        _service.AnswerSize = answerSize;
        _service.Add(Numbered(1, 12, serial => $"order-{serial}"));
        _failing.UnionWith(firstFails ? ["1"] : []);
        var options = new NotificationPollingOptions { Interval = TimeSpan.FromMinutes(10) };
        using var other = Open();
        var untilDue = new List<TimeSpan>();
        using var shop = Open(async (notification, context, cancellationToken) =>
        {
            await Effects.AddAsync(context, cancellationToken);
            _clock.Advance(TimeSpan.FromMinutes(4));
            untilDue.Add(await other.Poller(Polling, options).GetTimeUntilDueAsync(default));
            if (_failing.Contains(notification.SerialNumber))
            {
                throw new NotSupportedException();
            }
        });

        await shop.Poller(Polling, options).PollAsync(default, default);

        Assert.That(untilDue, Has.Count.EqualTo(12).And.All.GreaterThan(TimeSpan.Zero));
    }

    [Test]
    public async Task GetTimeUntilDue_ClockWasSetBack_ReturnsZero()
    {
        var begun = _clock.GetUtcNow().AddHours(3);
        await _shop.Cursors.WriteAsync(begun, new PollingCursor(begun), default);

        Assert.That(await _shop.Poller(Polling).GetTimeUntilDueAsync(default), Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public async Task Poll_InvalidCursor_ThrowsWithAdvice()
    {
        await _database.ExecuteAsync("INSERT INTO google_checkout_tokens (merchant, name, token, written_at) VALUES ('', 'polling', 'something', '2012-01-01')");

        Assert.That(PollAsync, Throws.TypeOf<FormatException>().With.Message.Contains("Delete the row to restart polling."));
    }

    [Test]
    public async Task History_MoreThanAWeek_ReadsSpansPagesAndOverlap()
    {
        var now = _clock.GetUtcNow();
        _service.Add(Enumerable.Range(1, 10).Select(serial => Effects.Notification($"{serial}", timestamp: now.AddDays(serial - 10).AddHours(-1))));
        var options = new NotificationPollingOptions { Source = NotificationSource.History, LookBack = TimeSpan.FromDays(10) };

        var round = await _shop.Poller(History, options).PollAsync(default, default);
        _clock.Advance(TimeSpan.FromMinutes(10));
        _service.Add(Effects.Notification("11", timestamp: now.AddMinutes(-30)));
        var next = await _shop.Poller(History, options).PollAsync(default, default);

        Assert.Multiple(async () =>
        {
            Assert.That((round.Handled, round.Duplicates), Is.EqualTo((10, 1)));
            Assert.That((next.Handled, next.Duplicates), Is.EqualTo((1, 1)));
            Assert.That(await _database.EffectsAsync(), Is.EqualTo(Serials(1, 11)));
            Assert.That(_service.Requests, Is.EqualTo(new[]
            {
                "02-23 05:06 to 03-01 05:06", "4 5 6 7", "7", "03-01 04:06 to 03-04 04:31", "10", "03-04 03:31 to 03-04 04:41",
            }));
        });
    }

    [Test]
    public async Task History_ServiceFailsBetweenPages_ReadsSpanAgain()
    {
        var now = _clock.GetUtcNow();
        _service.Add(Enumerable.Range(1, 5).Select(serial => Effects.Notification($"{serial}", timestamp: now.AddHours(serial - 8))));
        using var shop = Open(async (notification, context, cancellationToken) =>
        {
            await Effects.AddAsync(context, cancellationToken);
            _service.Fault = notification.SerialNumber == "3" ? new CheckoutException("No answer.") { IsTransient = true } : null;
        });

        var poll = () => shop.Poller(History).PollAsync(default, default);
        Assert.That(poll, Throws.TypeOf<CheckoutException>());
        _service.Fault = null;
        var round = await poll();

        Assert.That((round.Handled, round.Duplicates), Is.EqualTo((2, 3)));
        Assert.That(await _database.EffectsAsync(), Is.EqualTo(Serials(1, 5)));
    }

    [Test]
    public async Task History_AfterPolling_ContinuesAtTimeReached()
    {
        _service.Add(Numbered(1, 4));
        await PollAsync();
        _service.Requests.Clear();
        var extra = Effects.Notification("late", timestamp: _clock.GetUtcNow().AddHours(-2));
        _service.Add(extra);

        var round = await _shop.Poller(History).PollAsync(default, default);

        Assert.That((round.Handled, round.Duplicates), Is.EqualTo((1, 1)));
        Assert.That(_service.Requests, Is.EqualTo(new[] { "03-03 10:04 to 03-04 04:31" }));
    }

    private TokenPollingSource Polling => new(_service, _clock);

    private HistoryPollingSource History => new(_service, _clock);

    private Task<PollingRound> PollAsync() => _shop.Poller(Polling).PollAsync(default, default);

    private PollingShop Open(Handle? handle = null) => new(_database.Connect(), _clock, _ => { }, handle ?? (async (notification, context, cancellationToken) =>
    {
        await Effects.AddAsync(context, cancellationToken);
        if (_failing.Contains(notification.SerialNumber))
        {
            throw new NotSupportedException("The warehouse is closed.");
        }
    }));

    // One minute apart, starting at 10:00 the day before.
    private static IEnumerable<Notification> Numbered(int first, int count, Func<int, string>? order = null) => Enumerable.Range(first, count)
        .Select(serial => Effects.Notification($"{serial}", order?.Invoke(serial) ?? "order-1", new DateTimeOffset(2012, 3, 3, 10, serial % 60, 0, TimeSpan.Zero)));

    private static IEnumerable<string> Serials(int first, int count) => Enumerable.Range(first, count).Select(serial => $"{serial}");
}

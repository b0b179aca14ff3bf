using GoogleCheckout.Notifications;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Queue;

[TestFixture(DatabaseKind.PostgreSql)]
[TestFixture(DatabaseKind.Sqlite)]
public sealed class QueueTests(DatabaseKind kind)
{
    private static readonly DateTimeOffset Noon = new(2010, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private TestDatabase _database = null!;
    private RealTimerTimeProvider _clock = null!;
    private FakeLogCollector _log = null!;
    private List<string> _handled = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _clock = new RealTimerTimeProvider();
        _log = new FakeLogCollector();
        _handled = [];
        _database = await TestDatabase.CreateAsync(kind);
    }

    [TearDown]
    public async Task DeleteAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [Test]
    public async Task HandleOnce_OfOneThatComesTwice_StoresItOnceAndAWorkerHandlesIt()
    {
        await using var node = Node();
        var notification = Effects.Notification("1");

        var first = await node.Inbox.HandleOnceAsync(notification, "", NotCalled, CancellationToken.None);
        var second = await node.Inbox.HandleOnceAsync(notification, "", NotCalled, CancellationToken.None);
        var before = await _database.EffectsAsync();
        await node.DrainAsync();
        var third = await node.Inbox.HandleOnceAsync(notification, "", NotCalled, CancellationToken.None);
        await node.DrainAsync();

        Assert.Multiple(async () =>
        {
            Assert.That((first, second, third), Is.EqualTo((true, false, false)));
            Assert.That(before, Is.Empty);
            Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
        });
    }

    [Test]
    public async Task HandleOnce_OfOneThatComesFiftyTimesAtOnceToTwoNodes_StoresOne()
    {
        await using var one = Node();
        await using var other = Node();
        var notification = Effects.Notification("1");

        var stored = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(() =>
            (number % 2 == 0 ? one : other).Inbox.HandleOnceAsync(notification, "", NotCalled, CancellationToken.None))));
        await other.DrainAsync();

        Assert.That(stored.Count(first => first), Is.EqualTo(1));
        Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task Handler_GetsTheMessageAsItCameAndTheAttempt()
    {
        const string Xml = """<?xml version="1.0"?><made-up-notification xmlns="http://checkout.google.com/schema/2" serial-number="s-1">  <google-order-number>77</google-order-number></made-up-notification>""";
        var pushed = (Notification)CheckoutXml.Parse(Xml);
        var attempts = new List<int?>();
        var seen = new List<string>();
        await using var node = Node((notification, context, _) =>
        {
            attempts.Add(context.DeliveryAttempt);
            seen.Add(System.Text.Encoding.UTF8.GetString(context.OriginalXml.Span));
            return attempts.Count == 1 ? throw new NotSupportedException() : Task.CompletedTask;
        });

        await node.StoreAsync(pushed);
        await node.DrainAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
        await node.DrainAsync();

        Assert.That(attempts, Is.EqualTo(new int?[] { 1, 2 }));
        Assert.That(seen, Is.EqualTo(new[] { Xml, Xml }));
        Assert.That(await _database.ReadAsync("SELECT kind FROM google_checkout_notifications"), Is.EqualTo(new[] { "made-up-notification" }));
    }

    [Test]
    public async Task Drain_OfSeveralOfAnOrder_GoesByWhenTheyHappenedAndThenByArrival()
    {
        await using var node = Node();
        await node.StoreAsync(Effects.Notification("third", timestamp: Noon.AddMinutes(2)));
        await node.StoreAsync(Effects.Notification("second", timestamp: Noon));
        await node.StoreAsync(Effects.Notification("second too", timestamp: Noon.ToOffset(TimeSpan.FromHours(5))));
        await node.StoreAsync(Effects.Notification("first", timestamp: Noon.AddMilliseconds(-1)));

        await node.DrainAsync();

        Assert.That(_handled, Is.EqualTo(new[] { "first", "second", "second too", "third" }));
    }

    [Test]
    public async Task Drain_OfALateOne_HandlesItWhenItComes()
    {
        await using var node = Node();
        await node.StoreAsync(Effects.Notification("new", timestamp: Noon));
        await node.DrainAsync();
        await node.StoreAsync(Effects.Notification("late", timestamp: Noon.AddHours(-1)));
        await node.DrainAsync();

        Assert.That(_handled, Is.EqualTo(new[] { "new", "late" }));
    }

    [Test]
    public async Task Drain_AfterAFailure_KeepsTheOrderWaitingAndNoOther()
    {
        var failures = 1;
        await using var node = Node(async (notification, context, cancellationToken) =>
        {
            await RecordAsync(notification, context, cancellationToken);
            if (notification.SerialNumber == "first" && failures-- > 0)
            {
                throw new NotSupportedException();
            }
        });
        await node.StoreAsync(Effects.Notification("first", "order-1", Noon));
        await node.StoreAsync(Effects.Notification("second", "order-1", Noon.AddSeconds(1)));
        await node.StoreAsync(Effects.Notification("other", "order-2", Noon));

        await node.DrainAsync();
        var atOnce = await _database.EffectsAsync();
        _clock.Advance(TimeSpan.FromSeconds(1.4));
        await node.DrainAsync();
        var tooEarly = _handled.Count;
        _clock.Advance(TimeSpan.FromSeconds(1.2));
        await node.DrainAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(atOnce, Is.EqualTo(new[] { "other" }));
            Assert.That(tooEarly, Is.EqualTo(2));
            Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "other", "first", "second" }));
            Assert.That(await _database.ReadAsync("SELECT attempts FROM google_checkout_notifications WHERE serial_number = 'first'"), Is.EqualTo(new[] { 2 }));
            Assert.That(await _database.ReadAsync("SELECT serial_number FROM google_checkout_notifications WHERE state <> 'handled' OR last_fault IS NOT NULL"), Is.Empty);
        });
    }

    [Test]
    public async Task Drain_OfOneThatFailsAlways_MakesItADeadLetterAndGoesOn()
    {
        var failing = true;
        await using var node = Node(
            async (notification, context, cancellationToken) =>
            {
                await RecordAsync(notification, context, cancellationToken);
                if (notification.SerialNumber == "bad" && failing)
                {
                    throw new NotSupportedException("No such street: Elm Street 5\0\ud800");
                }
            },
            options => options.MaxAttempts = 3);
        await node.StoreAsync(Effects.Notification("bad", timestamp: Noon));
        await node.StoreAsync(Effects.Notification("good", timestamp: Noon.AddSeconds(1)));

        for (var attempt = 0; attempt < 3; attempt++)
        {
            await node.DrainAsync();
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        await node.DrainAsync();
        var letter = (await node.ListDeadAsync()).Single();
        var effects = await _database.EffectsAsync();
        failing = false;
        var replayed = await node.DeadLetters.ReplayAsync("bad");
        await node.DrainAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(letter.ToString(), Is.EqualTo("OrderStateChangeNotification bad of order order-1"));
            Assert.That((letter.Merchant, letter.SerialNumber, letter.GoogleOrderNumber, letter.Attempts), Is.EqualTo(("", "bad", "order-1", 3)));
            Assert.That(letter.Reason, Does.Contain("NotSupportedException").And.Contain("Elm Street 5\ufffd"));
            Assert.That(letter.DeadLetteredAt, Is.GreaterThan(letter.ReceivedAt));
            Assert.That(effects, Is.EqualTo(new[] { "good" }));
            Assert.That(replayed, Is.True);
            Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "good", "bad" }));
            Assert.That(await node.ListDeadAsync(), Is.Empty);
            Assert.That(_log.GetSnapshot().Select(entry => entry.GetText()), Has.None.Contain("Elm Street"));
            Assert.That(_log.GetSnapshot().Count(entry => entry.Level == LogLevel.Error), Is.EqualTo(3));
        });
    }

    [Test]
    public async Task DeadLetters_AreListedInPagesAndReplayedAndDiscarded()
    {
        var failing = true;
        await using var node = Node(
            async (notification, context, cancellationToken) =>
            {
                await RecordAsync(notification, context, cancellationToken);
                if (failing)
                {
                    throw new NotSupportedException();
                }
            },
            options => options.MaxAttempts = 1);
        for (var number = 0; number < 105; number++)
        {
            await node.Inbox.HandleOnceAsync(Effects.Notification($"{number}", $"order-{number}"), number < 100 ? "north" : "south", NotCalled, CancellationToken.None);
        }

        await node.DrainAsync();
        failing = false;
        var all = await node.ListDeadAsync();
        var south = await node.ListDeadAsync("south");
        var discarded = await node.DeadLetters.DiscardAsync("104", "south");
        var unknown = await node.DeadLetters.ReplayAsync("104", "south");
        var replayedSouth = await node.DeadLetters.ReplayAllAsync("south");
        var replayed = await node.DeadLetters.ReplayAllAsync();
        await node.DrainAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(all.Select(letter => letter.SerialNumber), Is.EqualTo(Enumerable.Range(0, 105).Select(number => $"{number}")));
            Assert.That(south, Has.Count.EqualTo(5));
            Assert.That((discarded, unknown), Is.EqualTo((true, false)));
            Assert.That((replayedSouth, replayed), Is.EqualTo((4, 100)));
            Assert.That(await _database.EffectsAsync(), Has.Count.EqualTo(104));
        });
    }

    [Test]
    public async Task Drain_OfWhatCannotBeReadAnyMore_MakesItADeadLetter()
    {
        await using var node = Node();
        await node.StoreAsync(Effects.Notification("1"));
        await node.StoreAsync(Effects.Notification("2", "order-2"));
        await _database.ExecuteAsync("UPDATE google_checkout_notifications SET payload = NULL WHERE serial_number = '1'");
        await _database.ExecuteAsync("UPDATE google_checkout_notifications SET payload = CAST('<bye xmlns=\"http://checkout.google.com/schema/2\" serial-number=\"1\"/>' AS "
            + (kind == DatabaseKind.PostgreSql ? "bytea" : "blob") + ") WHERE serial_number = '2'");

        await node.DrainAsync();

        Assert.That((await node.ListDeadAsync()).Select(letter => letter.Reason), Has.Exactly(1).Contains(nameof(CheckoutXmlException)).And.Exactly(1).Contains("no notification"));
    }

    [Test]
    public async Task TryNext_WhenAnEarlierOneComesMeanwhile_LeavesItsOwnForLater()
    {
        await using var node = Node();
        await node.StoreAsync(Effects.Notification("second", timestamp: Noon));
        _clock.BeforeTimer = () => node.StoreAsync(Effects.Notification("first", timestamp: Noon.AddMinutes(-1))).Wait();

        await node.DrainAsync();

        Assert.That(_handled, Is.EqualTo(new[] { "first", "second" }));
        Assert.That(await _database.ReadAsync("SELECT attempts FROM google_checkout_notifications"), Is.EqualTo(new[] { 1, 1 }));
    }

    [Test]
    public async Task TryNext_WhenTheProgramStops_DoesNotCountTheAttempt()
    {
        using var stop = new CancellationTokenSource();
        await using var node = Node(async (_, _, cancellationToken) =>
        {
            await stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        });
        await node.StoreAsync(Effects.Notification("1"));

        await node.TryNextAsync(stop.Token);

        Assert.That(await _database.ReadAsync("SELECT attempts FROM google_checkout_notifications WHERE state = 'pending'"), Is.EqualTo(new[] { 0 }));
    }

    [Test]
    public async Task TryNext_OfAHandlerThatTakesTooLong_CancelsIt()
    {
        var clock = new WaitReportingTimeProvider();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var cancelled = false;
        await using var node = new ShopNode(
            _database.Connect(),
            async (_, _, cancellationToken) =>
            {
                begun.SetResult();
                try
                {
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                }
                finally
                {
                    cancelled = cancellationToken.IsCancellationRequested;
                }
            },
            clock,
            options => options.HandlerTimeout = TimeSpan.FromMinutes(3));
        await node.StoreAsync(Effects.Notification("1"));

        var attempt = node.TryNextAsync();
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30));
        clock.Advance(TimeSpan.FromMinutes(3));
        await attempt.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.That(cancelled, Is.True);
        Assert.That((await _database.ReadAsync("SELECT last_fault FROM google_checkout_notifications WHERE attempts = 1")).Single(), Does.Contain("Canceled"));
    }

    [Test]
    public async Task TryNext_OfAHandlerThatEndsTheTransaction_CountsAsAFailure()
    {
        await using var node = Node(async (_, context, cancellationToken) =>
        {
            await Effects.AddAsync(context, cancellationToken);
            await context.Transaction!.RollbackAsync(cancellationToken);
        });
        await node.StoreAsync(Effects.Notification("1"));

        await node.TryNextAsync();

        Assert.That(await _database.ReadAsync("SELECT state FROM google_checkout_notifications WHERE last_fault LIKE '%ransaction%'"), Is.EqualTo(new[] { "pending" }));
        Assert.That(await _database.EffectsAsync(), Is.Empty);
    }

    [Test]
    public async Task Service_HandlesWhatItsNodeStoresWithoutLookingAround()
    {
        var handled = new TaskCompletionSource();
        await using var node = Node(
            (_, _, _) =>
            {
                handled.SetResult();
                return Task.CompletedTask;
            },
            options => options.PollInterval = TimeSpan.FromDays(1));
        await node.StartAsync();

        await node.StoreAsync(Effects.Notification("1"));
        await handled.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await node.StopAsync();

        Assert.That(await _database.ReadAsync("SELECT state FROM google_checkout_notifications"), Is.EqualTo(new[] { "handled" }));
    }

    [Test]
    public async Task Service_OfTwoNodes_HandlesEveryOneOnceAndNeverTwoOfAnOrderAtOnce()
    {
        const int Orders = 6, EachOrder = 8;
        var running = new int[Orders];
        var overlaps = 0;
        var left = new CountdownEvent(Orders * EachOrder);
        Handle handle = async (notification, context, cancellationToken) =>
        {
            var order = int.Parse(notification.GoogleOrderNumber, System.Globalization.CultureInfo.InvariantCulture);
            overlaps += Interlocked.Increment(ref running[order]) > 1 ? 1 : 0;
            await Effects.AddAsync(context, cancellationToken);
            Interlocked.Decrement(ref running[order]);
            left.Signal();
        };
        await using var one = new ShopNode(_database.Main, handle);
        await using var other = new ShopNode(_database.Connect(), handle);
        await one.StartAsync();
        await other.StartAsync();

        for (var number = 0; number < Orders * EachOrder; number++)
        {
            await (number % 2 == 0 ? one : other).StoreAsync(Effects.Notification($"{number}", $"{number % Orders}"));
        }

        await Task.Run(() => left.Wait(TimeSpan.FromSeconds(60)));
        await one.StopAsync();
        await other.StopAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(overlaps, Is.Zero);
            Assert.That(await _database.EffectsAsync(), Is.Unique.And.Count.EqualTo(Orders * EachOrder));
        });
    }

    [Test]
    public async Task Service_ThatStops_LetsItsHandlersEnd()
    {
        var begun = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        await using var node = Node(async (_, context, cancellationToken) =>
        {
            begun.SetResult();
            await go.Task;
            await Effects.AddAsync(context, cancellationToken);
        });
        await node.StartAsync();
        await node.StoreAsync(Effects.Notification("1"));
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30));

        var stopping = node.StopAsync();
        var stoppedEarly = stopping.IsCompleted;
        go.SetResult();
        await stopping;

        Assert.That(stoppedEarly, Is.False);
        Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task Service_InInlineMode_HandlesWhatWasStoredBefore()
    {
        var handled = new TaskCompletionSource();
        await using (var queued = Node())
        {
            await queued.StoreAsync(Effects.Notification("1"));
        }

        await using var inline = Node(
            (_, _, _) =>
            {
                handled.SetResult();
                return Task.CompletedTask;
            },
            options => options.Mode = NotificationInboxMode.Inline);
        await inline.StartAsync();
        await handled.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await inline.StopAsync();

        Assert.That(await _database.ReadAsync("SELECT state FROM google_checkout_notifications"), Is.EqualTo(new[] { "handled" }));
    }

    private static Task NotCalled(NotificationContext context, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("The queue handles it.");

    private ShopNode Node(Handle? handle = null, Action<NotificationInboxOptions>? configure = null) =>
        new(_database.Connect(), handle ?? RecordAsync, _clock, configure, _log);

    private Task RecordAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        _handled.Add(notification.SerialNumber);
        return Effects.AddAsync(context, cancellationToken);
    }
}

using GoogleCheckout.Notifications;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Queue;

[TestFixture(DatabaseKind.PostgreSql)]
[TestFixture(DatabaseKind.MariaDb)]
[TestFixture(DatabaseKind.Sqlite)]
public sealed class QueueTests(DatabaseKind kind) : QueueTestBase(kind)
{
    private static readonly DateTimeOffset Noon = new(2010, 5, 4, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task HandleOnce_DuplicateNotification_StoresOneThatAWorkerHandles()
    {
        await using var node = CreateNode();
        var notification = Effects.Notification("1");

        var first = await node.Inbox.HandleOnceAsync(notification, "", NotCalled, CancellationToken.None);
        var second = await node.Inbox.HandleOnceAsync(notification, "", NotCalled, CancellationToken.None);
        var before = await Database.EffectsAsync();
        await node.DrainAsync();
        var third = await node.Inbox.HandleOnceAsync(notification, "", NotCalled, CancellationToken.None);
        await node.DrainAsync();

        Assert.Multiple(async () =>
        {
            Assert.That((first, second, third), Is.EqualTo((true, false, false)));
            Assert.That(before, Is.Empty);
            Assert.That(await Database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
        });
    }

    [Test]
    public async Task HandleOnce_FiftyConcurrentDuplicatesOnTwoNodes_StoresOne()
    {
        await using var one = CreateNode();
        await using var other = CreateNode();
        var notification = Effects.Notification("1");

        var stored = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(() =>
            (number % 2 == 0 ? one : other).Inbox.HandleOnceAsync(notification, "", NotCalled, CancellationToken.None))));
        await other.DrainAsync();

        Assert.That(stored.Count(first => first), Is.EqualTo(1));
        Assert.That(await Database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task Drain_FailedNotification_PassesOriginalXmlAndAttempt()
    {
        const string Xml = """<?xml version="1.0"?><made-up-notification xmlns="http://checkout.google.com/schema/2" serial-number="s-1">  <google-order-number>77</google-order-number></made-up-notification>""";
        var pushed = (Notification)CheckoutXml.Parse(Xml);
        var attempts = new List<int?>();
        var seen = new List<string>();
        await using var node = CreateNode((notification, context, _) =>
        {
            attempts.Add(context.DeliveryAttempt);
            seen.Add(System.Text.Encoding.UTF8.GetString(context.OriginalXml.Span));
            return attempts.Count == 1 ? throw new NotSupportedException() : Task.CompletedTask;
        });

        await node.StoreAsync(pushed);
        await node.DrainAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await node.DrainAsync();

        Assert.That(attempts, Is.EqualTo(new int?[] { 1, 2 }));
        Assert.That(seen, Is.EqualTo(new[] { Xml, Xml }));
        Assert.That(await Database.ReadAsync("SELECT kind FROM google_checkout_notifications"), Is.EqualTo(new[] { "made-up-notification" }));
    }

    [Test]
    public async Task Drain_SeveralNotificationsOfOrder_HandlesByTimestampThenByArrival()
    {
        await using var node = CreateNode();
        await node.StoreAsync(Effects.Notification("third", timestamp: Noon.AddMinutes(2)));
        await node.StoreAsync(Effects.Notification("second", timestamp: Noon));
        await node.StoreAsync(Effects.Notification("second too", timestamp: Noon.ToOffset(TimeSpan.FromHours(5))));
        await node.StoreAsync(Effects.Notification("first", timestamp: Noon.AddMilliseconds(-1)));

        await node.DrainAsync();

        Assert.That(Handled, Is.EqualTo(new[] { "first", "second", "second too", "third" }));
    }

    [Test]
    public async Task Drain_LateNotification_HandlesItOnArrival()
    {
        await using var node = CreateNode();
        await node.StoreAsync(Effects.Notification("new", timestamp: Noon));
        await node.DrainAsync();
        await node.StoreAsync(Effects.Notification("late", timestamp: Noon.AddHours(-1)));
        await node.DrainAsync();

        Assert.That(Handled, Is.EqualTo(new[] { "new", "late" }));
    }

    [Test]
    public async Task Drain_AfterFailure_DelaysOnlyThatOrder()
    {
        var failures = 1;
        await using var node = CreateNode(async (notification, context, cancellationToken) =>
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
        var atOnce = await Database.EffectsAsync();
        Clock.Advance(TimeSpan.FromSeconds(1.4));
        await node.DrainAsync();
        var tooEarly = Handled.Count;
        Clock.Advance(TimeSpan.FromSeconds(1.2));
        await node.DrainAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(atOnce, Is.EqualTo(new[] { "other" }));
            Assert.That(tooEarly, Is.EqualTo(2));
            Assert.That(await Database.EffectsAsync(), Is.EqualTo(new[] { "other", "first", "second" }));
            Assert.That(await Database.ReadAsync("SELECT attempts FROM google_checkout_notifications WHERE serial_number = 'first'"), Is.EqualTo(new[] { 2 }));
            Assert.That(await Database.ReadAsync("SELECT serial_number FROM google_checkout_notifications WHERE state <> 'handled' OR last_fault IS NOT NULL"), Is.Empty);
        });
    }

    [Test]
    public async Task Drain_PermanentFailure_CreatesDeadLetterAndContinues()
    {
        var failing = true;
        await using var node = CreateNode(
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
            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await node.DrainAsync();
        var letter = (await node.ListDeadAsync()).Single();
        var effects = await Database.EffectsAsync();
        failing = false;
        var replayed = await node.DeadLetters.ReplayAsync("bad");
        await node.DrainAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(letter.ToString(), Is.EqualTo("OrderStateChangeNotification bad of order order-1"));
            Assert.That((letter.Merchant, letter.SerialNumber, letter.GoogleOrderNumber, letter.Attempts), Is.EqualTo(("", "bad", "order-1", 3)));
            Assert.That(letter.Reason, Does.Contain("NotSupportedException").And.Contain("Elm Street 5\\u0000\\ud800"));
            Assert.That(letter.DeadLetteredAt, Is.GreaterThan(letter.ReceivedAt));
            Assert.That(effects, Is.EqualTo(new[] { "good" }));
            Assert.That(replayed, Is.True);
            Assert.That(await Database.EffectsAsync(), Is.EqualTo(new[] { "good", "bad" }));
            Assert.That(await node.ListDeadAsync(), Is.Empty);
            Assert.That(LogCollector.GetSnapshot().Select(entry => entry.GetText()), Has.None.Contain("Elm Street"));
            Assert.That(LogCollector.GetSnapshot().Count(entry => entry.Level == LogLevel.Error), Is.EqualTo(3));
        });
    }

    [Test]
    public async Task DeadLetters_OfTwoMerchants_AreListedReplayedAndDiscarded()
    {
        var failing = true;
        await using var node = CreateNode(
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
            Assert.That(await Database.ReadAsync("SELECT state FROM google_checkout_notifications WHERE serial_number = '104' AND last_fault IS NULL"), Is.EqualTo(new[] { "handled" }));
            Assert.That((replayedSouth, replayed), Is.EqualTo((4, 100)));
            Assert.That(await Database.EffectsAsync(), Has.Count.EqualTo(104));
        });
    }

    [Test]
    public async Task Drain_UnreadablePayload_CreatesDeadLetter()
    {
        await using var node = CreateNode();
        await node.StoreAsync(Effects.Notification("1"));
        await node.StoreAsync(Effects.Notification("2", "order-2"));
        await Database.ExecuteAsync("UPDATE google_checkout_notifications SET payload = NULL WHERE serial_number = '1'");
        await Database.ExecuteAsync("UPDATE google_checkout_notifications SET payload = CAST('<bye xmlns=\"http://checkout.google.com/schema/2\" serial-number=\"1\"/>' AS "
            + (Database.Kind switch { DatabaseKind.PostgreSql => "bytea", DatabaseKind.MariaDb => "binary", _ => "blob" }) + ") WHERE serial_number = '2'");

        await node.DrainAsync();

        Assert.That((await node.ListDeadAsync()).Select(letter => letter.Reason), Has.Exactly(1).Contains(nameof(CheckoutXmlException)).And.Exactly(1).Contains("is not a notification"));
    }

    [Test]
    public async Task TryNext_EarlierNotificationArrivesMeanwhile_HandlesEarlierFirst()
    {
        await using var node = CreateNode();
        await using var other = CreateNode();
        await node.StoreAsync(Effects.Notification("second", timestamp: Noon));
        Clock.BeforeTimer = () => other.StoreAsync(Effects.Notification("first", timestamp: Noon.AddMinutes(-1))).Wait();

        await node.DrainAsync();

        Assert.That(Handled, Is.EqualTo(new[] { "first", "second" }));
        Assert.That(await Database.ReadAsync("SELECT attempts FROM google_checkout_notifications"), Is.EqualTo(new[] { 1, 1 }));
    }

    [Test]
    public async Task TryNext_ProgramStops_DoesNotCountAttempt()
    {
        using var stop = new CancellationTokenSource();
        await using var node = CreateNode(async (_, _, cancellationToken) =>
        {
            await stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        });
        await node.StoreAsync(Effects.Notification("1"));

        await node.TryNextAsync(stop.Token);

        Assert.That(await Database.ReadAsync("SELECT attempts FROM google_checkout_notifications WHERE state = 'pending'"), Is.EqualTo(new[] { 0 }));
    }

    [Test]
    public async Task TryNext_HandlerExceedsTimeout_CancelsHandler()
    {
        var clock = new WaitReportingTimeProvider();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var cancelled = false;
        await using var node = new ShopNode(
            Database.Connect(),
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
        Assert.That((await Database.ReadAsync("SELECT last_fault FROM google_checkout_notifications WHERE attempts = 1")).Single(), Does.Contain("Canceled"));
    }

    [Test]
    public async Task TryNext_HandlerEndsTransaction_CountsAsFailure()
    {
        await using var node = CreateNode(async (_, context, cancellationToken) =>
        {
            await Effects.AddAsync(context, cancellationToken);
            await context.Transaction!.RollbackAsync(cancellationToken);
        });
        await node.StoreAsync(Effects.Notification("1"));

        await node.TryNextAsync();

        Assert.That(await Database.ReadAsync("SELECT state FROM google_checkout_notifications WHERE last_fault LIKE '%ransaction%'"), Is.EqualTo(new[] { "pending" }));
        Assert.That(await Database.EffectsAsync(), Is.Empty);
    }
}

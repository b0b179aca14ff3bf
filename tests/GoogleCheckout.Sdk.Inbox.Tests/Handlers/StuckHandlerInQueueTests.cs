using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Handlers;

[TestFixture(DatabaseKind.PostgreSql)]
[TestFixture(DatabaseKind.MariaDb)]
[TestFixture(DatabaseKind.Sqlite)]
public sealed class StuckHandlerInQueueTests(DatabaseKind kind) : StuckHandlerTestBase(kind)
{
    [TestCase(false)]
    [TestCase(true)]
    public async Task TryNext_HandlerIgnoresItsToken_CountsTheAttemptAndGoesOnWithOtherOrders(bool blocksThread)
    {
        var stuck = new StuckHandler("1", blocksThread);
        await using var node = CreateNode(stuck.HandleAsync);
        await node.StoreAsync(Effects.Notification("1"));
        await node.StoreAsync(Effects.Notification("2", "order-2"));

        await AbandonAsync(node, stuck);
        await node.TryNextAsync().WaitAsync(Patience);
        stuck.Release();
        await WhenEndedAsync("1");

        Assert.Multiple(async () =>
        {
            Assert.That(await Database.EffectsAsync(), Is.EqualTo(new[] { "2" }));
            Assert.That(await Database.ReadAsync("SELECT attempts FROM google_checkout_notifications WHERE state = 'pending'"), Is.EqualTo(new[] { 1 }));
            Assert.That((await Database.ReadAsync("SELECT last_fault FROM google_checkout_notifications WHERE serial_number = '1'")).Single(), Does.Contain("did not end within HandlerTimeout (00:05:00)"));
            Assert.That(Errors(), Has.One.Contains("OrderStateChangeNotification 1 of order order-1 ignores its cancellation token"));
        });
    }

    [Test]
    public async Task TryNext_WhileTheHandlerStillRuns_DoesNotStartItAgain()
    {
        var stuck = new StuckHandler("1");
        await using var node = CreateNode(stuck.HandleAsync);
        await node.StoreAsync(Effects.Notification("1"));
        await AbandonAsync(node, stuck);

        Clock.Advance(TimeSpan.FromMinutes(1));
        var whileRunning = await node.TryNextAsync().WaitAsync(Patience);
        var starts = stuck.Starts;
        stuck.Release();
        await WhenEndedAsync("1");
        Clock.Advance(HandlerTimeout);
        var afterwards = await node.TryNextAsync().WaitAsync(Patience);

        Assert.Multiple(async () =>
        {
            Assert.That((whileRunning, starts, afterwards), Is.EqualTo((false, 1, true)));
            Assert.That(Errors(), Has.One.Contains("notification 1 of order order-1 waits"));
            Assert.That(await Database.ReadAsync("SELECT attempts FROM google_checkout_notifications WHERE state = 'handled'"), Is.EqualTo(new[] { 2 }));
            Assert.That(await Database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
        });
    }

    [Test]
    public async Task TryNext_OnAnotherNode_HandlesTheNotificationAtOnce()
    {
        var stuck = new StuckHandler("1");
        await using var node = CreateNode(stuck.HandleAsync);
        await using var other = CreateNode((_, context, cancellationToken) => Effects.AddAsync(context, cancellationToken));
        await node.StoreAsync(Effects.Notification("1"));
        await AbandonAsync(node, stuck);

        Clock.Advance(TimeSpan.FromMinutes(1));
        await other.DrainAsync().WaitAsync(Patience);
        stuck.Release();
        await WhenEndedAsync("1");

        Assert.That(await Database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task TryNext_LastAttemptIgnoresItsToken_BecomesDeadLetterWithTheReason()
    {
        var stuck = new StuckHandler("1");
        await using var node = CreateNode(stuck.HandleAsync, options => options.MaxAttempts = 1);
        await node.StoreAsync(Effects.Notification("1"));
        await node.StoreAsync(Effects.Notification("2", timestamp: Effects.Notification("1").Timestamp!.Value.AddSeconds(1)));

        await AbandonAsync(node, stuck);
        await node.DrainAsync().WaitAsync(Patience);
        stuck.Release();
        await WhenEndedAsync("1");

        Assert.Multiple(async () =>
        {
            Assert.That((await node.ListDeadAsync()).Select(letter => (letter.SerialNumber, letter.Attempts)), Is.EqualTo(new[] { ("1", 1) }));
            Assert.That((await node.ListDeadAsync()).Single().Reason, Does.Contain(nameof(TimeoutException)).And.Contain("NotificationInboxOptions.HandlerTimeout"));
            Assert.That(await Database.EffectsAsync(), Is.EqualTo(new[] { "2" }));
        });
    }

    [Test]
    public async Task Handler_ThatWasGivenUp_CanWriteAndCommitNothing()
    {
        var failures = new List<Exception?>();
        var stuck = new StuckHandler("1");
        var second = new StuckHandler("2");
        stuck.AtTheEnd = async context =>
        {
            failures.Add(await FailureOfAsync(() => Effects.AddAsync(context, CancellationToken.None)));
            failures.Add(await FailureOfAsync(() => context.Transaction!.CommitAsync(CancellationToken.None)));
        };
        await using var node = CreateNode((notification, context, cancellationToken) =>
            (notification.SerialNumber == "1" ? stuck : second).HandleAsync(notification, context, cancellationToken));
        await node.StoreAsync(Effects.Notification("1"));
        await node.StoreAsync(Effects.Notification("2", "order-2"));
        await AbandonAsync(node, stuck);

        // The next transaction is open meanwhile, perhaps on the same connection of the pool.
        var next = node.TryNextAsync();
        await second.Begun;
        stuck.Release();
        await WhenEndedAsync("1");
        second.Release();
        await next.WaitAsync(Patience);

        Assert.Multiple(async () =>
        {
            Assert.That(failures, Has.Count.EqualTo(2).And.All.Not.Null);
            Assert.That(await Database.EffectsAsync(), Is.EqualTo(new[] { "2" }));
            Assert.That(await Database.ReadAsync("SELECT serial_number FROM google_checkout_notifications WHERE state = 'handled'"), Is.EqualTo(new[] { "2" }));
        });
    }

    [Test]
    public async Task Service_AsManyStuckHandlersAsWorkers_HandlesTheNextOrder()
    {
        var handlers = new[] { new StuckHandler("0"), new StuckHandler("1") };
        var handled = new TaskCompletionSource();
        await using var node = CreateNode(
            (notification, context, cancellationToken) =>
            {
                if (notification.SerialNumber == "2")
                {
                    handled.SetResult();
                    return Task.CompletedTask;
                }

                return handlers[notification.SerialNumber[0] - '0'].HandleAsync(notification, context, cancellationToken);
            },
            options => options.Workers = handlers.Length);
        await node.StartAsync();

        for (var number = 0; number < handlers.Length; number++)
        {
            await node.StoreAsync(Effects.Notification($"{number}", $"order-{number}"));
            await handlers[number].Begun;
            await PassLimitAsync();
        }

        await node.StoreAsync(Effects.Notification("2", "order-2"));
        await handled.Task.WaitAsync(Patience);
        await node.StopAsync();
        handlers.ToList().ForEach(handler => handler.Release());
        await WhenEndedAsync("0", "order-0");
        await WhenEndedAsync("1");

        Assert.That(Errors().Count(error => error.Contains("ignores its cancellation token and still runs", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public async Task TryNext_ProgramStopsAndHandlerIgnoresIt_DoesNotCountTheAttempt()
    {
        using var stop = new CancellationTokenSource();
        var stuck = new StuckHandler("1");
        await using var node = CreateNode(stuck.HandleAsync);
        await node.StoreAsync(Effects.Notification("1"));
        var attempt = node.TryNextAsync(stop.Token);
        await stuck.Begun;

        await stop.CancelAsync();
        await PassGraceAsync();
        await attempt.WaitAsync(Patience);
        stuck.Release();
        await WhenEndedAsync("1");

        Assert.That(await Database.ReadAsync("SELECT attempts FROM google_checkout_notifications WHERE state = 'pending'"), Is.EqualTo(new[] { 0 }));
        Assert.That(await Database.EffectsAsync(), Is.Empty);
    }

    private IEnumerable<string> Errors() => LogCollector.GetSnapshot().Where(entry => entry.Level == LogLevel.Error).Select(entry => entry.Message);

    private static async Task<Exception?> FailureOfAsync(Func<Task> action)
    {
        try
        {
            await action();
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }
}

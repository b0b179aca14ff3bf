using NUnit.Framework;

namespace GoogleCheckout.Inbox.Queue;

[TestFixture(DatabaseKind.PostgreSql)]
[TestFixture(DatabaseKind.MariaDb)]
[TestFixture(DatabaseKind.Sqlite)]
public sealed class QueueServiceTests(DatabaseKind kind) : QueueTestBase(kind)
{
    [Test]
    public async Task Service_NotificationStoredOnSameNode_IsHandledWithoutPolling()
    {
        var handled = new TaskCompletionSource();
        await using var node = CreateNode(
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

        Assert.That(await Database.ReadAsync("SELECT state FROM google_checkout_notifications"), Is.EqualTo(new[] { "handled" }));
    }

    [Test]
    public async Task Service_OnTwoNodes_HandlesEachOnceAndOrdersSequentially()
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
        await using var one = new ShopNode(Database.Main, handle);
        await using var other = new ShopNode(Database.Connect(), handle);
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
            Assert.That(await Database.EffectsAsync(), Is.Unique.And.Count.EqualTo(Orders * EachOrder));
        });
    }

    [Test]
    public async Task Service_WhileStopping_WaitsForHandlers()
    {
        var begun = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        await using var node = CreateNode(async (_, context, cancellationToken) =>
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
        Assert.That(await Database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task Service_InInlineMode_HandlesNotificationsStoredBefore()
    {
        var handled = new TaskCompletionSource();
        await using (var queued = CreateNode())
        {
            await queued.StoreAsync(Effects.Notification("1"));
        }

        await using var inline = CreateNode(
            (_, _, _) =>
            {
                handled.SetResult();
                return Task.CompletedTask;
            },
            options => options.Mode = NotificationInboxMode.Inline);
        await inline.StartAsync();
        await handled.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await inline.StopAsync();

        Assert.That(await Database.ReadAsync("SELECT state FROM google_checkout_notifications"), Is.EqualTo(new[] { "handled" }));
    }
}

using GoogleCheckout.Inbox;
using NUnit.Framework;

namespace GoogleCheckout.Outbox;

/// <summary>What the outbox deletes, and what it must not lose by it.</summary>
public sealed class OutboxPruningTests(DatabaseKind kind) : OutboxTestBase(kind)
{
    private static readonly TimeSpan Expiry = new CheckoutOutboxOptions().Retention + TimeSpan.FromDays(1);

    [Test]
    public async Task Prune_AfterTheRetention_DeletesWhatIsDone()
    {
        await Node.EnqueueAsync(Charge(30), "charge-1");
        await Node.DrainAsync();
        Assert.That(await Node.Service.PruneAsync(default), Is.EqualTo((0, 0)));

        Clock.Advance(Expiry);

        Assert.That(await Node.Service.PruneAsync(default), Is.EqualTo((1, 1)));
        Assert.That(await Database.ReadAsync("SELECT id FROM google_checkout_commands"), Is.Empty);
        Assert.That(await Database.ReadAsync("SELECT google_order_number FROM google_checkout_command_orders"), Is.Empty);
    }

    [Test]
    public async Task Prune_OrderHasAnotherCommand_KeepsTheOrder()
    {
        var pending = await PlaceAsync();
        var dead = await PlaceAsync();
        var failing = Open((_, _, _) => throw new NotSupportedException(), options => options.MaxAttempts = 1);
        await failing.EnqueueAsync(Charge(30, dead));
        await failing.DrainAsync();
        await Node.EnqueueAsync(Charge(30));
        await Node.EnqueueAsync(Charge(30, pending));
        await Node.DrainAsync();
        Clock.Advance(Expiry);
        await Node.EnqueueAsync(Charge(20, pending));

        Assert.That(await Node.Service.PruneAsync(default), Is.EqualTo((2, 1)));
        Assert.That(await OrdersAsync(), Is.EquivalentTo(new[] { pending, dead }));
    }

    [Test]
    public async Task Prune_CommandIsBeingRecorded_IsExecutedNevertheless()
    {
        if (Kind == DatabaseKind.Sqlite)
        {
            Assert.Ignore("SQLite has one writer at a time.");
        }

        await Node.EnqueueAsync(Charge(30));
        await Node.DrainAsync();
        Clock.Advance(Expiry);
        await using (var connection = await Database.Main.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await Node.Outbox.EnqueueAsync(Charge(20), transaction);
            Assert.That(await Node.Service.PruneAsync(default).WaitAsync(TimeSpan.FromSeconds(30)), Is.EqualTo((1, 1)));
            await transaction.CommitAsync();
        }

        Assert.That(await Node.TryNextAsync(), Is.False, "the order cannot be locked");
        Assert.That((await Node.Service.AddMissingOrdersAsync(default), await Node.Service.AddMissingOrdersAsync(default)), Is.EqualTo((1, 0)));
        await Node.DrainAsync();

        Assert.That((await SummaryAsync()).TotalChargeAmount, Is.EqualTo(Usd(50)));
        Assert.That(await OrdersAsync(), Is.EqualTo(new[] { Order }));
    }

    [Test]
    public async Task Prune_OrderIsLocked_DoesNotWait()
    {
        if (Kind == DatabaseKind.Sqlite)
        {
            Assert.Ignore("SQLite has no row locks.");
        }

        var other = await PlaceAsync();
        await Node.EnqueueAsync(Charge(30));
        await Node.EnqueueAsync(Charge(30, other));
        await Node.DrainAsync();
        Clock.Advance(Expiry);
        await using var connection = await Database.Main.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var locking = connection.CreateCommand();
        locking.Transaction = transaction;
        locking.CommandText = $"SELECT 1 FROM google_checkout_command_orders WHERE merchant = '' AND google_order_number = '{other}' FOR UPDATE";
        await locking.ExecuteNonQueryAsync();

        Assert.That(await Node.Service.PruneAsync(default).WaitAsync(TimeSpan.FromSeconds(30)), Is.EqualTo((2, 1)));
        Assert.That(await OrdersAsync(), Is.EqualTo(new[] { other }));
    }

    [Test]
    public async Task Service_MissingOrder_IsCreatedWhileTheHostRuns()
    {
        await Node.EnqueueAsync(Charge(30));
        await Database.ExecuteAsync("DELETE FROM google_checkout_command_orders");

        await Node.StartAsync();
        while ((await Database.EffectsAsync()).Count == 0)
        {
            Clock.Advance(TimeSpan.FromSeconds(15));
            await Task.Yield();
        }

        await Node.StopAsync();
        Assert.That((await SummaryAsync()).TotalChargeAmount, Is.EqualTo(Usd(30)));
    }

    private Task<IReadOnlyList<object>> OrdersAsync() => Database.ReadAsync("SELECT google_order_number FROM google_checkout_command_orders");
}

using GoogleCheckout.Inbox.Options;
using Microsoft.Extensions.Logging.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Storage;

[TestFixture(DatabaseKind.PostgreSql)]
[TestFixture(DatabaseKind.MariaDb)]
[TestFixture(DatabaseKind.Sqlite)]
public sealed class PruningTests(DatabaseKind kind)
{
    private TestDatabase _database = null!;
    private RealTimerTimeProvider _clock = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _clock = new RealTimerTimeProvider();
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
    public async Task Prune_ExpiredRows_DeletesPayloadsThenKeys()
    {
        await using var node = new ShopNode(_database.Main, HandleAsync, _clock, options => options.MaxAttempts = 1);
        await node.StoreAsync(Effects.Notification("1"));
        await node.StoreAsync(Effects.Notification("bad", "order-2"));
        await node.DrainAsync();
        await node.StoreAsync(Effects.Notification("waiting", "order-3"));

        var atOnce = await node.Pruning.PruneAsync(CancellationToken.None);
        _clock.Advance(TimeSpan.FromDays(30.1));
        var afterAMonth = await node.Pruning.PruneAsync(CancellationToken.None);
        var withPayload = await _database.ReadAsync("SELECT serial_number FROM google_checkout_notifications WHERE payload IS NOT NULL ORDER BY arrival");
        var repeated = await node.Inbox.HandleOnceAsync(Effects.Notification("1"), "", (_, _) => Task.CompletedTask, CancellationToken.None);
        _clock.Advance(TimeSpan.FromDays(420));
        var afterTheKeys = await node.Pruning.PruneAsync(CancellationToken.None);

        Assert.Multiple(async () =>
        {
            Assert.That(atOnce, Is.EqualTo((0, 0, 0)));
            Assert.That(afterAMonth, Is.EqualTo((1, 0, 0)));
            Assert.That(withPayload, Is.EqualTo(new[] { "bad", "waiting" }));
            Assert.That(repeated, Is.False);
            Assert.That(afterTheKeys, Is.EqualTo((0, 1, 1)));
            Assert.That(await _database.ReadAsync("SELECT serial_number FROM google_checkout_notifications ORDER BY arrival"), Is.EqualTo(new[] { "bad", "waiting" }));
            Assert.That(await _database.ReadAsync("SELECT google_order_number FROM google_checkout_orders ORDER BY google_order_number"), Is.EqualTo(new[] { "order-2", "order-3" }));
        });
    }

    [Test]
    public async Task Prune_MoreThanOneBatch_DeletesAll()
    {
        await using var node = new ShopNode(_database.Main, HandleAsync, _clock);
        await _database.ExecuteAsync(
            """
            INSERT INTO google_checkout_notifications (merchant, serial_number, google_order_number, kind, happened_at, received_at, state, ended_at)
            WITH RECURSIVE digits (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM digits WHERE n < 39),
                numbers (n) AS (SELECT high.n * 40 + low.n FROM digits AS high CROSS JOIN digits AS low)
            SELECT '', concat('s', n), concat('o', n), 'k', '2009-01-01 00:00:00', '2009-01-01 00:00:00', 'handled', '2009-01-01 00:00:00' FROM numbers WHERE n < 1234
            """);
        await _database.ExecuteAsync(
            "INSERT INTO google_checkout_orders (merchant, google_order_number, first_seen_at) SELECT DISTINCT merchant, google_order_number, received_at FROM google_checkout_notifications");

        Assert.That(await node.Pruning.PruneAsync(CancellationToken.None), Is.EqualTo((0, 1234, 1234)));
    }

    [Test]
    public async Task Prune_NoExpiredKeys_KeepsEmptyOrders()
    {
        await using var node = new ShopNode(_database.Main, HandleAsync, _clock);
        await node.StoreAsync(Effects.Notification("1"));
        await node.DrainAsync();
        await _database.ExecuteAsync("DELETE FROM google_checkout_notifications");
        _clock.Advance(TimeSpan.FromDays(451));

        var withoutKeys = await node.Pruning.PruneAsync(CancellationToken.None);
        await node.StoreAsync(Effects.Notification("2", "order-2"));
        await node.DrainAsync();
        _clock.Advance(TimeSpan.FromDays(451));
        var withKeys = await node.Pruning.PruneAsync(CancellationToken.None);

        Assert.That(withoutKeys, Is.EqualTo((0, 0, 0)));
        Assert.That(withKeys, Is.EqualTo((1, 1, 2)));
    }

    [Test]
    public async Task Prune_OrderReceivesNotificationMeanwhile_LosesNone()
    {
        await using var node = new ShopNode(_database.Main, HandleAsync, _clock);
        await node.StoreAsync(Effects.Notification("1"));
        await node.DrainAsync();
        await _database.ExecuteAsync("DELETE FROM google_checkout_notifications");

        // Locked as the pruning does it, so that an arriving notification waits, finds the order deleted, and creates it again.
        Task storing;
        var database = new InboxDatabase(_database.Connect(), Tables.DefaultPrefix);
        var sql = database.Sql;
        await using (var pruning = await database.OpenAsync(CancellationToken.None))
        {
            await pruning.BeginAsync(database.Dialect.PruningIsolation, CancellationToken.None);
            var empty = await pruning.ReadAllAsync(sql.LockEmptyOrders(DateTime.MaxValue.AddYears(-1), 10), row => row.GetString(1), CancellationToken.None);
            Assert.That(empty, Is.EqualTo(new[] { "order-1" }));
            await pruning.ExecuteAsync(sql.PruneOrder("", "order-1"), CancellationToken.None);
            storing = Task.Run(() => node.StoreAsync(Effects.Notification("2")));
            await _database.WaitUntilHeldUpAsync();
            await pruning.CommitAsync();
        }

        await storing;
        await node.DrainAsync();

        Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1", "2" }));
    }

    [Test]
    public async Task Prune_NotificationIsBeingStored_KeepsItsOrder()
    {
        if (kind == DatabaseKind.Sqlite)
        {
            Assert.Ignore("SQLite has one writer at a time.");
        }

        await using var node = new ShopNode(_database.Main, HandleAsync, _clock);
        await node.StoreAsync(Effects.Notification("1"));
        await node.DrainAsync();
        await _database.ExecuteAsync("DELETE FROM google_checkout_notifications");
        _clock.Advance(TimeSpan.FromDays(451));
        var database = new InboxDatabase(_database.Connect(), Tables.DefaultPrefix);
        await using var pruning = await database.OpenAsync(CancellationToken.None);
        await using (var storing = await database.OpenAsync(CancellationToken.None))
        {
            await storing.BeginAsync(CancellationToken.None);
            await storing.ReadAsync(database.Sql.Store(Effects.Notification("2"), "", "<x/>"u8.ToArray(), DateTime.UtcNow), CancellationToken.None);

            // PostgreSQL skips the order, which the other transaction has locked. MariaDB waits for the notification.
            await pruning.BeginAsync(database.Dialect.PruningIsolation, CancellationToken.None);
            var empty = await pruning.ReadAllAsync(database.Sql.LockEmptyOrders(DateTime.MaxValue.AddYears(-1), 10), row => row.GetString(1), CancellationToken.None);
            Assert.That(empty, kind == DatabaseKind.MariaDb ? Is.EqualTo(new[] { "order-1" }) : Is.Empty);
            if (kind == DatabaseKind.MariaDb)
            {
                var deleting = pruning.ExecuteAsync(database.Sql.PruneOrder("", "order-1"), CancellationToken.None);
                await _database.WaitUntilHeldUpAsync();
                await storing.CommitAsync();
                await deleting;
            }

            await pruning.CommitAsync();
        }

        Assert.That(await _database.ReadAsync("SELECT google_order_number FROM google_checkout_orders"), Is.EqualTo(new[] { "order-1" }));
    }

    [TestCase(31)]
    [TestCase(451)]
    public async Task Prune_AnotherNodePrunesTheSameRows_SkipsThem(int days)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            Assert.Ignore("SQLite has no row locks: the second node waits.");
        }

        await using var node = new ShopNode(_database.Main, HandleAsync, _clock);
        await node.StoreAsync(Effects.Notification("1"));
        await node.StoreAsync(Effects.Notification("2", "order-2"));
        await node.DrainAsync();
        _clock.Advance(TimeSpan.FromDays(days));

        await using var other = await _database.Connect().OpenConnectionAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await using var locking = other.CreateCommand();
        locking.Transaction = transaction;
        locking.CommandText = "SELECT 1 FROM google_checkout_notifications WHERE merchant = '' AND serial_number = '1' FOR UPDATE";
        await locking.ExecuteNonQueryAsync();
        var pruned = await node.Pruning.PruneAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.That(pruned, Is.EqualTo(days == 31 ? (1, 0, 0) : (1, 1, 1)));
        Assert.That(await _database.ReadAsync("SELECT serial_number FROM google_checkout_notifications WHERE payload IS NOT NULL"), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task Service_AtStart_Prunes()
    {
        await using (var node = new ShopNode(_database.Connect(), HandleAsync, _clock))
        {
            await node.StoreAsync(Effects.Notification("1"));
            await node.DrainAsync();
        }

        _clock.Advance(TimeSpan.FromDays(451));
        var log = new FakeLogCollector();
        await using var later = new ShopNode(_database.Main, HandleAsync, _clock, log: log);
        await later.StartAsync();
        await log.WaitForAsync("Pruned 1 notification payloads, 1 notification keys and 1 orders").WaitAsync(TimeSpan.FromSeconds(30));
        await later.StopAsync();

        Assert.That(await _database.KeysAsync(), Is.Empty);
    }

    private static Task HandleAsync(Notifications.Notification notification, Notifications.NotificationContext context, CancellationToken cancellationToken) =>
        notification.SerialNumber == "bad" ? throw new NotSupportedException() : Effects.AddAsync(context, cancellationToken);
}

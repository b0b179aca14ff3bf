using GoogleCheckout.Notifications;
using MySqlConnector;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>What is different on MariaDB: its locks, its collations, and a deadlock that ends the whole transaction while the session goes on.</summary>
public sealed class MariaDbTests
{
    private TestDatabase _database = null!;

    [SetUp]
    public async Task CreateAsync() => _database = await TestDatabase.CreateAsync(DatabaseKind.MariaDb);

    [TearDown]
    public async Task DeleteAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [Test]
    public async Task HandleOnce_IdentifiersThatDifferInCaseAccentOrSpace_AreDifferent([Values] NotificationInboxMode mode)
    {
        string[] serialNumbers = ["a", "A", "\u00e4", "a ", "\uff41", "\ud83d\ude00", "\ud83d\ude01"];
        await using var node = CreateNode(configure: options => options.Mode = mode);

        foreach (var serialNumber in serialNumbers)
        {
            Assert.That(await node.Receiver.ReceiveAsync(Effects.Notification(serialNumber, serialNumber)), Is.True, serialNumber);
            Assert.That(await node.Receiver.ReceiveAsync(Effects.Notification(serialNumber, serialNumber)), Is.False, serialNumber);
        }

        await node.DrainAsync();
        Assert.That(await _database.EffectsAsync(), Is.EqualTo(serialNumbers));
        Assert.That(await _database.ReadAsync("SELECT google_order_number FROM google_checkout_orders"), Has.Count.EqualTo(serialNumbers.Length));
    }

    [Test]
    public async Task HandleOnce_DatabaseOfAnotherCharacterSet_StoresEachCharacter()
    {
        await _database.ExecuteAsync("CREATE DATABASE IF NOT EXISTS latin CHARACTER SET latin1 COLLATE latin1_swedish_ci");
        await using var latin = new MySqlDataSource(new MySqlConnectionStringBuilder(_database.Main.ConnectionString) { Database = "latin" }.ConnectionString);
        await NotificationInboxSchema.CreateAsync(latin);
        await using var node = new ShopNode(latin, (_, _, _) => throw new NotSupportedException("\ud83d\ude00"), new RealTimerTimeProvider(), options => options.MaxAttempts = 1);

        await node.StoreAsync(Effects.Notification("\u0416"));
        await node.DrainAsync();

        var letter = (await node.ListDeadAsync()).Single();
        Assert.That(letter.SerialNumber, Is.EqualTo("\u0416"));
        Assert.That(letter.Reason, Does.Contain("\ud83d\ude00"));
    }

    [TestCase("DateTimeKind=Local;Use Affected Rows=false")]
    [TestCase("DateTimeKind=Utc;Use Affected Rows=true")]
    [TestCase("Connection Reset=false;Allow User Variables=true;Allow Zero DateTime=true")]
    [TestCase("Pooling=false;Treat Tiny As Boolean=false;Use Compression=true")]
    public async Task Queue_WithSettingsOfTheDriver_WorksAsWithout(string settings)
    {
        await using var dataSource = new MySqlDataSource(_database.Main.ConnectionString + ";" + settings);
        var clock = new RealTimerTimeProvider();
        var failures = 1;
        await using var node = new ShopNode(
            dataSource,
            (_, context, cancellationToken) => failures-- > 0 ? throw new NotSupportedException("It's \\ broken") : Effects.AddAsync(context, cancellationToken),
            clock,
            options => options.MaxAttempts = 1);

        await node.StoreAsync(Effects.Notification("1"));
        await node.StoreAsync(Effects.Notification("1"));
        await node.DrainAsync();
        var letter = (await node.ListDeadAsync()).Single();
        var replayed = await node.DeadLetters.ReplayAsync("1");
        await node.DrainAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(letter.Reason, Does.Contain("It's \\ broken"));
            Assert.That(letter.ReceivedAt, Is.EqualTo(clock.GetUtcNow()).Within(TimeSpan.FromMilliseconds(1)));
            Assert.That(replayed, Is.True);
            Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
        });
    }

    [Test]
    public async Task Store_HandlerOfTheOrderRuns_DoesNotWait()
    {
        await using var node = CreateNode();
        await node.StoreAsync(Effects.Notification("1"));
        await using var blocked = CreateNode(async (_, context, cancellationToken) =>
        {
            await Effects.AddAsync(context, cancellationToken);
            await node.StoreAsync(Effects.Notification("2")).WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
        });

        await blocked.TryNextAsync();
        await node.DrainAsync();

        Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1", "2" }));
    }

    [TestCase("ROLLBACK")]
    [TestCase("COMMIT")]
    [TestCase("ROLLBACK; START TRANSACTION")]
    [TestCase("COMMIT; START TRANSACTION")]
    [TestCase("CREATE TABLE made_by_handler (id int)")]
    public async Task TryNext_HandlerEndsTheTransactionWithSql_CountsAsFailure(string sql)
    {
        await using var node = CreateNode(async (_, context, cancellationToken) =>
        {
            await using var command = context.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(cancellationToken);
        });
        await node.StoreAsync(Effects.Notification("1"));

        await node.TryNextAsync();

        Assert.That((await _database.ReadAsync("SELECT last_fault FROM google_checkout_notifications WHERE state = 'pending'")).Single(), Does.Contain("The handler ended the inbox's transaction"));
    }

    [Test]
    public async Task TryNext_HandlerGoesOnAfterADeadlock_CountsAsFailureAndIsHandledAgain()
    {
        await _database.ExecuteAsync("CREATE TABLE stock (id int PRIMARY KEY, amount int NOT NULL); INSERT INTO stock VALUES (1, 0), (2, 0), (3, 0)");
        var attempts = 0;
        var clock = new RealTimerTimeProvider();
        await using var node = CreateNode(
            async (_, context, cancellationToken) =>
            {
                await Effects.AddAsync(context, cancellationToken);
                if (++attempts == 1)
                {
                    await DeadlockAsync(context);
                }

                // After a deadlock, this would take effect at once.
                await using var command = context.CreateCommand();
                command.CommandText = "UPDATE stock SET amount = amount + 1 WHERE id = 3";
                await command.ExecuteNonQueryAsync(cancellationToken);
            },
            clock: clock);
        await node.StoreAsync(Effects.Notification("1"));

        await node.TryNextAsync();
        var effects = await _database.EffectsAsync();
        var state = await _database.ReadAsync("SELECT state FROM google_checkout_notifications");
        clock.Advance(TimeSpan.FromMinutes(1));
        await node.TryNextAsync();

        Assert.Multiple(async () =>
        {
            Assert.That((effects, state.Single()), Is.EqualTo((Array.Empty<object>(), (object)"pending")));
            Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
            Assert.That(await _database.ReadAsync("SELECT state FROM google_checkout_notifications"), Is.EqualTo(new[] { "handled" }));
        });
    }

    [Test]
    public async Task HandleOnce_SeveralWaitForTheFirstOfAnOrderThatFails_HandlesAllOthers()
    {
        await using var node = CreateNode((_, context, cancellationToken) => Effects.AddAsync(context, cancellationToken), options => options.Mode = NotificationInboxMode.Inline);
        var begun = new TaskCompletionSource();
        var fail = new TaskCompletionSource();
        var first = node.Inbox.HandleOnceAsync(Effects.Notification("0"), "", async (_, _) =>
        {
            begun.SetResult();
            await fail.Task;
            throw new NotSupportedException();
        }, CancellationToken.None);
        await begun.Task;

        // The first has inserted the order's row, and its rollback removes it, while the others wait to insert it.
        var others = Enumerable.Range(1, 10).Select(number => Task.Run(() => node.Receiver.ReceiveAsync(Effects.Notification($"{number}")))).ToList();
        await _database.WaitUntilHeldUpAsync(others.Count);
        fail.SetResult();

        Assert.That(async () => await first, Throws.TypeOf<NotSupportedException>());
        Assert.That(await Task.WhenAll(others), Is.All.True);
        Assert.That(await _database.EffectsAsync(), Has.Count.EqualTo(10));
    }

    private async Task DeadlockAsync(NotificationContext context)
    {
        await using var other = await _database.Main.OpenConnectionAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await using var theirs = other.CreateCommand();
        theirs.Transaction = transaction;
        await using var ours = context.CreateCommand();
        ours.CommandText = "UPDATE stock SET amount = amount + 1 WHERE id = 1";
        await ours.ExecuteNonQueryAsync();

        // The heavier transaction wins.
        theirs.CommandText = "UPDATE stock SET amount = amount + 1 WHERE id = 2; INSERT INTO stock SELECT seq, 0 FROM seq_100_to_300";
        await theirs.ExecuteNonQueryAsync();
        theirs.CommandText = "UPDATE stock SET amount = amount + 1 WHERE id = 1";
        var waiting = theirs.ExecuteNonQueryAsync();
        await _database.WaitUntilHeldUpAsync();
        ours.CommandText = "UPDATE stock SET amount = amount + 1 WHERE id = 2";
        Assert.That(() => ours.ExecuteNonQueryAsync(), Throws.TypeOf<MySqlException>().With.Property("ErrorCode").EqualTo(MySqlErrorCode.LockDeadlock));
        await waiting;
        await transaction.RollbackAsync();
    }

    private ShopNode CreateNode(Handle? handle = null, Action<NotificationInboxOptions>? configure = null, TimeProvider? clock = null) =>
        new(_database.Connect(), handle ?? ((_, context, cancellationToken) => Effects.AddAsync(context, cancellationToken)), clock ?? new RealTimerTimeProvider(), configure);
}

using System.Data.Common;
using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Queue;

/// <summary>Programs, connections and servers that end in the middle. SQLite has no connection that could be lost without the program.</summary>
[TestFixture(DatabaseKind.PostgreSql)]
[TestFixture(DatabaseKind.MariaDb)]
public sealed class CrashTests(DatabaseKind kind)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private TestDatabase _database = null!;
    private WaitReportingTimeProvider _clock = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _clock = new WaitReportingTimeProvider();
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
    public async Task Worker_KilledInHandler_IsReplacedByAnother()
    {
        var begun = new TaskCompletionSource<object>();
        var release = new TaskCompletionSource();
        await using var dying = Node(BlockedHandler(begun, release));
        await using var other = Node((_, context, cancellationToken) => Effects.AddAsync(context, cancellationToken));
        await dying.StoreAsync(Effects.Notification("1"));

        var attempt = dying.TryNextAsync();
        var backend = await begun.Task.WaitAsync(Patience);
        var whileHandled = await other.TryNextAsync();
        await _database.EndSessionAsync(backend);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var handled = await other.TryNextAsync();
        release.SetResult();
        await attempt;

        Assert.Multiple(async () =>
        {
            Assert.That(whileHandled, Is.False);
            Assert.That(handled, Is.True);
            Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
            Assert.That(await _database.ReadAsync("SELECT attempts FROM google_checkout_notifications WHERE state = 'handled'"), Is.EqualTo(new[] { 2 }));
        });
    }

    [Test]
    public async Task Notification_ThatCrashesEveryProgram_BecomesDeadLetter()
    {
        var release = new TaskCompletionSource();
        var attempts = new List<Task<bool>>();
        await using var reader = Node((_, _, _) => Task.CompletedTask);
        await reader.StoreAsync(Effects.Notification("1"));
        for (var number = 0; number < 3; number++)
        {
            // A separate node each time stands for a separate program.
            var begun = new TaskCompletionSource<object>();
            var dying = Node(BlockedHandler(begun, release));
            attempts.Add(dying.TryNextAsync());
            await _database.EndSessionAsync(await begun.Task.WaitAsync(Patience));
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        var buried = await reader.TryNextAsync();
        var letter = (await reader.ListDeadAsync()).Single();
        release.SetResult();
        await Task.WhenAll(attempts);

        Assert.Multiple(async () =>
        {
            Assert.That(buried, Is.True);
            Assert.That(letter.Attempts, Is.EqualTo(3));
            Assert.That(letter.Reason, Does.StartWith("The attempt did not end"));
            Assert.That(await reader.ListDeadAsync(), Has.Count.EqualTo(1));
            Assert.That(await _database.EffectsAsync(), Is.Empty);
        });
    }

    [Test]
    public async Task Worker_ThatHangs_LosesItsTransaction()
    {
        var ended = new TaskCompletionSource<Exception>();
        var release = new TaskCompletionSource();
        await using var hanging = Node(
            async (_, context, _) =>
            {
                try
                {
                    // On a slow machine, the database may end the transaction earlier, with the same result for the handler.
                    await Effects.AddAsync(context, CancellationToken.None);
                    await _database.WaitUntilEndedAsync(await ReadSessionIdAsync(context));
                    await Effects.AddAsync(context, CancellationToken.None);
                }
                catch (Exception e)
                {
                    ended.SetResult(e);
                }

                await release.Task;
            },
            options => options.HandlerTimeout = TimeSpan.FromMilliseconds(200));
        await using var other = Node((_, context, cancellationToken) => Effects.AddAsync(context, cancellationToken));
        await hanging.StoreAsync(Effects.Notification("1"));

        var attempt = hanging.TryNextAsync();
        var end = await ended.Task.WaitAsync(Patience);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var handled = await other.TryNextAsync();
        release.SetResult();
        await attempt;

        Assert.Multiple(async () =>
        {
            Assert.That(end is DbException { SqlState: "25P03" }, Is.EqualTo(kind == DatabaseKind.PostgreSql), end.Message);
            Assert.That(handled, Is.True);
            Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
        });
    }

    [Test]
    public async Task Server_AfterCrash_LosesOnlyUncommittedChanges()
    {
        await using DatabaseServer server = kind == DatabaseKind.MariaDb ? await MariaDbServer.StartNewAsync() : await PostgresServer.StartNewAsync();
        await using var database = await TestDatabase.CreateOnAsync(server);
        await database.CreateTablesAsync();
        await using (var node = new ShopNode(database.Connect(), Crashing(server.RestartAsync), _clock))
        {
            await node.StoreAsync(Effects.Notification("1"));
            await node.StoreAsync(Effects.Notification("2", "order-2"));
            await node.DrainAsync();
        }

        await using (var node = new ShopNode(database.Connect(), Crashing(KillAsync), _clock))
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await node.DrainAsync();
        }

        _clock.Advance(TimeSpan.FromMinutes(1));
        await using var last = new ShopNode(database.Connect(), (_, context, cancellationToken) => Effects.AddAsync(context, cancellationToken), _clock);
        await last.DrainAsync();

        // On new connections: those of the pool were lost.
        var fresh = database.Reconnect();
        Assert.That(await fresh.ReadAsync("SELECT serial_number FROM effects ORDER BY serial_number"), Is.EqualTo(new[] { "1", "2" }));
        Assert.That(await fresh.ReadAsync("SELECT attempts FROM google_checkout_notifications ORDER BY serial_number"), Is.EqualTo(new[] { 1, 3 }));

        async Task KillAsync()
        {
            await server.KillAsync();
            await server.StartAsync();
        }
    }

    // The program crashes at the second notification.
    private static Handle Crashing(Func<Task> crash) => async (notification, context, cancellationToken) =>
    {
        await Effects.AddAsync(context, cancellationToken);
        if (notification.SerialNumber == "2")
        {
            await crash();
        }
    };

    private Handle BlockedHandler(TaskCompletionSource<object> begun, TaskCompletionSource release) => async (_, context, _) =>
    {
        await Effects.AddAsync(context, CancellationToken.None);
        begun.SetResult(await ReadSessionIdAsync(context));
        await release.Task;
    };

    private async Task<object> ReadSessionIdAsync(NotificationContext context)
    {
        await using var command = context.CreateCommand();
        command.CommandText = _database.SessionId;
        return (await command.ExecuteScalarAsync(CancellationToken.None))!;
    }

    private ShopNode Node(Handle handle, Action<NotificationInboxOptions>? configure = null) => new(
        _database.Connect(),
        handle,
        _clock,
        options =>
        {
            options.MaxAttempts = 3;
            configure?.Invoke(options);
        });
}

using System.Data.Common;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Inline;

[TestFixture(DatabaseKind.PostgreSql)]
[TestFixture(DatabaseKind.MariaDb)]
[TestFixture(DatabaseKind.Sqlite)]
public sealed class InlineInboxTests(DatabaseKind kind)
{
    private TestDatabase _database = null!;
    private INotificationInbox _inbox = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _database = await TestDatabase.CreateAsync(kind);
        _inbox = Node(_database.Main);
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
    public async Task HandleOnce_DuplicateNotification_HandlesFirst()
    {
        var notification = Effects.Notification("1");

        var first = await _inbox.HandleOnceAsync(notification, "", Effects.AddAsync, CancellationToken.None);
        var second = await _inbox.HandleOnceAsync(notification, "", Effects.AddAsync, CancellationToken.None);

        Assert.Multiple(async () =>
        {
            Assert.That(first, Is.True);
            Assert.That(second, Is.False);
            Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
        });
    }

    [Test]
    public async Task HandleOnce_SameSerialNumberOfTwoMerchants_HandlesBoth()
    {
        var notification = Effects.Notification("1");

        await _inbox.HandleOnceAsync(notification, "north", Effects.AddAsync, CancellationToken.None);
        await _inbox.HandleOnceAsync(notification, "south", Effects.AddAsync, CancellationToken.None);

        Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1", "1" }));
    }

    [Test]
    public async Task HandleOnce_FiftyConcurrentDuplicatesOnTwoNodes_HandlesOne()
    {
        var notification = Effects.Notification("1");
        var other = Node(_database.Connect());

        var handled = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(() =>
            (number % 2 == 0 ? _inbox : other).HandleOnceAsync(notification, "", Effects.AddAsync, CancellationToken.None))));

        Assert.Multiple(async () =>
        {
            Assert.That(handled.Count(first => first), Is.EqualTo(1));
            Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
        });
    }

    [Test]
    public async Task HandleOnce_HandlerFails_RecordsNothingAndHandlesNextDelivery()
    {
        var notification = Effects.Notification("1");

        var failing = () => _inbox.HandleOnceAsync(notification, "", async (context, cancellationToken) =>
        {
            await Effects.AddAsync(context, cancellationToken);
            throw new NotSupportedException("The warehouse is closed.");
        }, CancellationToken.None);

        Assert.That(failing, Throws.TypeOf<NotSupportedException>().With.Message.EqualTo("The warehouse is closed."));
        Assert.That(await _database.EffectsAsync(), Is.Empty);
        Assert.That(await _database.KeysAsync(), Is.Empty);
        Assert.That(await _inbox.HandleOnceAsync(notification, "", Effects.AddAsync, CancellationToken.None), Is.True);
        Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task HandleOnce_FirstOfTwoConcurrentFails_HandlesSecond()
    {
        var notification = Effects.Notification("1");
        var begun = new TaskCompletionSource();
        var fail = new TaskCompletionSource();

        var first = _inbox.HandleOnceAsync(notification, "", async (_, _) =>
        {
            begun.SetResult();
            await fail.Task;
            throw new NotSupportedException();
        }, CancellationToken.None);
        await begun.Task;
        var second = Task.Run(() => _inbox.HandleOnceAsync(notification, "", Effects.AddAsync, CancellationToken.None));
        fail.SetResult();

        Assert.That(async () => await first, Throws.TypeOf<NotSupportedException>());
        Assert.That(await second, Is.True);
        Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task HandleOnce_HandlerIsCanceled_RecordsNothing()
    {
        using var cancellation = new CancellationTokenSource();

        var cancelled = () => _inbox.HandleOnceAsync(
            Effects.Notification("1"),
            "",
            async (context, cancellationToken) =>
            {
                await Effects.AddAsync(context, cancellationToken);
                await cancellation.CancelAsync();
            },
            cancellation.Token);

        Assert.That(cancelled, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await _database.EffectsAsync(), Is.Empty);
        Assert.That(await _database.KeysAsync(), Is.Empty);
    }

    [Test]
    public async Task HandleOnce_TwoNotificationsOfOrderOnTwoNodes_HandlesSequentially()
    {
        var nodes = new[] { _inbox, Node(_database.Connect()) };
        var running = 0;
        var most = 0;

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => nodes[number % 2].HandleOnceAsync(
            Effects.Notification($"{number}"),
            "",
            async (context, cancellationToken) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                await Effects.AddAsync(context, cancellationToken);
                await Task.Yield();
                Interlocked.Decrement(ref running);
            }, CancellationToken.None))));

        Assert.Multiple(async () =>
        {
            Assert.That(most, Is.EqualTo(1));
            Assert.That(await _database.EffectsAsync(), Has.Count.EqualTo(20));
        });
    }

    [Test]
    public async Task HandleOnce_HandlerEndsTransaction_Throws()
    {
        var ending = () => _inbox.HandleOnceAsync(Effects.Notification("1"), "", async (context, cancellationToken) =>
        {
            await Effects.AddAsync(context, cancellationToken);
            await context.Transaction!.RollbackAsync(cancellationToken);
        }, CancellationToken.None);

        Assert.That(ending, Throws.InvalidOperationException);
        Assert.That(await _database.KeysAsync(), Is.Empty);
    }

    [Test]
    public async Task HandleOnce_HandlerCatchesDatabaseError_DoesNotRecordLostEffect()
    {
        var swallowing = async () => await _inbox.HandleOnceAsync(Effects.Notification("1"), "", async (context, cancellationToken) =>
        {
            await Effects.AddAsync(context, cancellationToken);
            await using var command = context.CreateCommand();
            command.CommandText = "SELECT * FROM no_such_table";
            Assert.That(() => command.ExecuteNonQueryAsync(cancellationToken), Throws.InstanceOf<DbException>());
        }, CancellationToken.None);

        // SQLite and MariaDB roll back the one statement, PostgreSQL the whole transaction.
        if (kind == DatabaseKind.PostgreSql)
        {
            Assert.That(swallowing, Throws.InstanceOf<DbException>());
        }
        else
        {
            await swallowing();
        }

        Assert.That(await _database.EffectsAsync(), Is.EqualTo(await _database.KeysAsync()));
    }

    [Test]
    public async Task HandleOnce_ConnectionLost_RecordsNothing()
    {
        if (kind == DatabaseKind.Sqlite)
        {
            Assert.Pass("SQLite has no server that could go away.");
        }

        var crashing = () => _inbox.HandleOnceAsync(Effects.Notification("1"), "", async (context, cancellationToken) =>
        {
            await Effects.AddAsync(context, cancellationToken);
            await using var command = context.CreateCommand();
            command.CommandText = _database.SessionId;
            var backend = await command.ExecuteScalarAsync(cancellationToken);
            await _database.EndSessionAsync(backend!);
        }, CancellationToken.None);

        Assert.That(crashing, Throws.InstanceOf<DbException>());
        Assert.That(await _database.EffectsAsync(), Is.Empty);
        Assert.That(await _inbox.HandleOnceAsync(Effects.Notification("1"), "", Effects.AddAsync, CancellationToken.None), Is.True);
        Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
    }

    private static INotificationInbox Node(DbDataSource dataSource) =>
        new ServiceCollection().AddNotificationInbox(dataSource).BuildServiceProvider().GetRequiredService<INotificationInbox>();
}

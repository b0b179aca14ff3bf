using System.Data.Common;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Queue;

/// <summary>An attempt counts only if it was made.</summary>
[TestFixture(DatabaseKind.PostgreSql)]
[TestFixture(DatabaseKind.MariaDb)]
[TestFixture(DatabaseKind.Sqlite)]
public sealed class ClaimTests(DatabaseKind kind) : QueueTestBase(kind)
{
    [Test]
    public async Task TryNext_NoSecondConnection_HandlesOnTheFirst()
    {
        var dataSource = new LimitedDataSource(Database.Connect());
        await using var node = new ShopNode(dataSource, RecordAsync, Clock, options => options.MaxAttempts = 1);
        await node.StoreAsync(Effects.Notification("1"));

        dataSource.Left = 1;
        await node.TryNextAsync();

        Assert.That(await Database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
        Assert.That(await Database.ReadAsync("SELECT attempts FROM google_checkout_notifications WHERE state = 'handled'"), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task TryNext_NoConnection_CountsNothing()
    {
        var dataSource = new LimitedDataSource(Database.Connect());
        await using var node = new ShopNode(dataSource, RecordAsync, Clock, options => options.MaxAttempts = 1);
        await node.StoreAsync(Effects.Notification("1"));

        dataSource.Left = 0;
        Assert.That(() => node.TryNextAsync(), Throws.InstanceOf<DbException>());

        Assert.That(await Database.ReadAsync("SELECT attempts FROM google_checkout_notifications WHERE state = 'pending'"), Is.EqualTo(new[] { 0 }));
    }

    [Test]
    public async Task TryNext_WithoutRetryDelay_IsNotClaimedByAnotherNodeBeforeTheHandler()
    {
        var byOther = true;
        await using var other = CreateNode(configure: options => options.RetryDelay = TimeSpan.Zero);
        await using var node = CreateNode(configure: options => options.RetryDelay = TimeSpan.Zero);
        await node.StoreAsync(Effects.Notification("1"));

        // Between the count of the attempt and the handler.
        Clock.BeforeTimer = () => byOther = other.TryNextAsync().GetAwaiter().GetResult();
        await node.TryNextAsync();

        Assert.That(byOther, Is.False);
        Assert.That(await Database.ReadAsync("SELECT attempts FROM google_checkout_notifications WHERE state = 'handled'"), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task TryNext_ConnectionLostBeforeTheHandler_CountsNothing()
    {
        if (Database.Kind == DatabaseKind.Sqlite)
        {
            Assert.Ignore("SQLite has no connection that could be lost.");
        }

        await using var node = CreateNode(configure: options => options.MaxAttempts = 1);
        await node.StoreAsync(Effects.Notification("1"));
        Clock.BeforeTimer = () => Database.EndOtherSessionsAsync().GetAwaiter().GetResult();

        Assert.That(() => node.TryNextAsync(), Throws.InstanceOf<DbException>().Or.InstanceOf<EndOfStreamException>());
        var attempts = await Database.ReadAsync("SELECT attempts FROM google_checkout_notifications WHERE state = 'pending'");
        await node.DrainAsync();

        Assert.That(attempts, Is.EqualTo(new[] { 0 }));
        Assert.That(await Database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
    }

    /// <summary>A data source whose pool is exhausted after a number of connections.</summary>
    private sealed class LimitedDataSource(DbDataSource inner) : DbDataSource
    {
        public int Left { get; set; } = int.MaxValue;

        public override string ConnectionString => inner.ConnectionString;

        protected override DbConnection CreateDbConnection() => inner.CreateConnection();

        protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default) =>
            Left-- > 0 ? await inner.OpenConnectionAsync(cancellationToken) : throw new PoolExhaustedException();
    }

    private sealed class PoolExhaustedException() : DbException("The pool is exhausted.");
}

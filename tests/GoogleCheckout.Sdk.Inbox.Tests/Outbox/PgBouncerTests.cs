using System.Data.Common;
using GoogleCheckout.Carts;
using GoogleCheckout.Inbox;
using GoogleCheckout.Inbox.Options;
using GoogleCheckout.Inbox.Storage;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox;
using Npgsql;
using NUnit.Framework;

namespace GoogleCheckout.Outbox;

/// <summary>A PgBouncer between the outbox and PostgreSQL executes each transaction in any free session.</summary>
public sealed class PgBouncerTests
{
    private const int Orders = 8;

    private TestDatabase _database = null!;
    private PgBouncer _bouncer = null!;
    private NpgsqlDataSource _dataSource = null!;

    [SetUp]
    public async Task StartAsync()
    {
        if (PgBouncer.Program is null)
        {
            Assert.Ignore(PgBouncer.Missing);
        }

        _database = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        var server = new NpgsqlConnectionStringBuilder(_database.Main.ConnectionString);
        _bouncer = await PgBouncer.StartAsync(server.Port);

        // As Npgsql's documentation has it for PgBouncer.
        server.Port = _bouncer.Port;
        server.NoResetOnClose = true;
        _dataSource = NpgsqlDataSource.Create(server);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await (_dataSource?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_bouncer?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Test]
    public async Task Open_PreparesStatementsWithoutPgBouncerOnly()
    {
        await using var direct = await new InboxDatabase(_database.Main, Tables.DefaultPrefix, prepareStatements: true).OpenAsync(CancellationToken.None);
        await using var pooled = await new InboxDatabase(_dataSource, Tables.DefaultPrefix, prepareStatements: true).OpenAsync(CancellationToken.None);

        Assert.That((direct.PreparesStatements, pooled.PreparesStatements), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task Within_TransactionThroughPgBouncer_PreparesNothing()
    {
        var database = new InboxDatabase(_database.Main, Tables.DefaultPrefix, prepareStatements: true);
        await (await database.OpenAsync(CancellationToken.None)).DisposeAsync();
        await using var direct = await _database.Main.OpenConnectionAsync();
        await using var pooled = await _dataSource.OpenConnectionAsync();

        Assert.That((await PreparesWithinAsync(direct), await PreparesWithinAsync(pooled)), Is.EqualTo((true, false)));

        async Task<bool> PreparesWithinAsync(DbConnection connection)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            return database.Within(transaction, connection).PreparesStatements;
        }
    }

    [Test]
    public async Task Workers_BehindPgBouncer_ExecuteEachCommandOnce()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        await using var node = new OutboxNode(_dataSource, sandbox, TimeProvider.System, configure: options => options.Workers = 4);
        await node.CreateTablesAsync();
        var orders = new List<string>();
        for (var i = 0; i < Orders; i++)
        {
            var cart = CheckoutShoppingCart.Create(new Item { ItemName = "Tea", ItemDescription = "Sencha", UnitPrice = new Money(100m, "USD"), Quantity = 1 });
            orders.Add((await sandbox.PlaceOrderAsync(await node.Client.CheckoutAsync(cart))).GoogleOrderNumber);
        }

        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        foreach (var amount in new[] { 30m, 20m, 10m })
        {
            await Task.WhenAll(orders.Select(order => node.EnqueueAsync(new ChargeOrderRequest { GoogleOrderNumber = order, Amount = new Money(amount, "USD") })));
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(node.DrainAsync)));
        await node.DrainAsync();

        var charged = (await node.Client.GetOrderSummariesAsync(orders)).Select(order => order.TotalChargeAmount.Amount);
        Assert.That(charged, Is.EqualTo(Enumerable.Repeat(60m, Orders)));
        Assert.That(sandbox.Requests.Count(request => request.Message is ChargeOrderRequest), Is.EqualTo(3 * Orders));
        Assert.That(await _database.EffectsAsync(), Has.Count.EqualTo(3 * Orders));
    }
}

using GoogleCheckout.Inbox.Options;
using GoogleCheckout.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>Statements that PostgreSQL parses and plans once for each connection.</summary>
public sealed class PreparedStatementsTests
{
    private static readonly DateTime Now = new(2026, 11, 29, 0, 0, 0, DateTimeKind.Utc);

    [TestCase(true, 1)]
    [TestCase(false, 0)]
    public async Task Statement_IsPreparedOnce(bool prepareStatements, int expected)
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        var database = new InboxDatabase(test.Main, Tables.DefaultPrefix, prepareStatements);
        await using var connection = await database.OpenAsync(CancellationToken.None);
        var find = database.Sql.Find("", "s1");

        await connection.ReadAsync([find], CancellationToken.None);
        await connection.ExecuteAsync(find, CancellationToken.None);
        await connection.ReadAllAsync(find, row => row.GetInt32(0), CancellationToken.None);

        var statements = await connection.ReadAllAsync(new Statement("SELECT statement FROM pg_prepared_statements"), row => row.GetString(0), CancellationToken.None);
        Assert.That(statements, Has.Exactly(expected).Contains("google_checkout_notifications"));
    }

    // The search is prepared when the program starts, and PostgreSQL plans it again only when it has analyzed the tables.
    [Test]
    public async Task InboxFindDue_PlannedWhileEmpty_ReadsIndexes()
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        var database = new InboxDatabase(test.Main, Tables.DefaultPrefix);

        var plan = await ExplainAfterGrowthAsync(
            database,
            database.Sql.FindDue(Now)[0],
            """
            INSERT INTO google_checkout_orders SELECT '', 'o' || n, now() FROM generate_series(1, 500) AS n;
            INSERT INTO google_checkout_notifications (merchant, serial_number, google_order_number, kind, happened_at, received_at, state, next_attempt_at, payload)
            SELECT '', 's' || n, 'o' || (1 + n % 500), 'k', now(), now(), 'pending', '2010-01-01', 'x' FROM generate_series(1, 2000) AS n
            """);

        Assert.That(plan, Has.Some.Contains("google_checkout_notifications_due").And.None.Contains("Seq Scan").And.None.Contains("Sort").And.None.Contains("Hash"));
        AssertReadsOneRow(plan);
    }

    [Test]
    public async Task OutboxFindDue_PlannedWhileEmpty_ReadsIndexes()
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        await CheckoutOutboxSchema.CreateAsync(test.Main);
        var database = new InboxDatabase(test.Main, Tables.DefaultPrefix);

        var plan = await ExplainAfterGrowthAsync(
            database,
            OutboxSql.For(database).FindDue(Now)[0],
            """
            INSERT INTO google_checkout_command_orders SELECT '', 'o' || n FROM generate_series(1, 500) AS n;
            INSERT INTO google_checkout_commands (merchant, google_order_number, kind, command, enqueued_at, state, next_attempt_at)
            SELECT '', 'o' || (1 + n % 500), 'ChargeOrderRequest', 'x', now(), 'pending', '2010-01-01' FROM generate_series(1, 2000) AS n
            """);

        Assert.That(plan, Has.Some.Contains("google_checkout_commands_due").And.None.Contains("Seq Scan").And.None.Contains("Sort").And.None.Contains("Hash"));
        AssertReadsOneRow(plan);
    }

    [TestCase(DatabaseKind.PostgreSql, true, true)]
    [TestCase(DatabaseKind.PostgreSql, false, false)]
    [TestCase(DatabaseKind.Sqlite, true, false)]
    public async Task Options_DecideForInboxAndOutbox(DatabaseKind kind, bool prepareStatements, bool expected)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        await using var provider = new ServiceCollection()
            .AddNotificationInbox(test.Main, options => options.PrepareStatements = prepareStatements)
            .AddCheckoutOutbox(test.Main, options => options.PrepareStatements = prepareStatements)
            .BuildServiceProvider();

        foreach (var database in new[] { provider.GetRequiredService<InboxDatabase>(), provider.GetRequiredKeyedService<InboxDatabase>(typeof(ICheckoutOutbox)) })
        {
            await using var connection = await database.OpenAsync(CancellationToken.None);
            Assert.That(connection.PreparesStatements, Is.EqualTo(expected));
        }
    }

    [Test]
    public async Task Multiplexing_PreparesNothing()
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        await using var dataSource = NpgsqlDataSource.Create(test.Main.ConnectionString + ";Multiplexing=true");
        await using var connection = await new InboxDatabase(dataSource, Tables.DefaultPrefix, prepareStatements: true).OpenAsync(CancellationToken.None);

        Assert.That(connection.PreparesStatements, Is.False);
    }

    private static async Task<List<string>> ExplainAfterGrowthAsync(InboxDatabase database, Statement search, string growth)
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        await connection.BeginAsync(CancellationToken.None);
        await connection.ReadAsync([.. database.Dialect.SearchSettings], CancellationToken.None);
        await connection.ExecuteScriptAsync($"PREPARE search (timestamptz) AS {search.Sql.Replace("@now", "$1", StringComparison.Ordinal)}", CancellationToken.None);
        await connection.ExecuteScriptAsync("EXECUTE search (now())", CancellationToken.None);
        await connection.ExecuteScriptAsync(growth, CancellationToken.None);
        return await connection.ReadAllAsync(new Statement("EXPLAIN (ANALYZE, TIMING OFF) EXECUTE search (now())"), row => row.GetString(0), CancellationToken.None);
    }

    // Of each step: not 500 orders, nor 2,000 notifications or commands.
    private static void AssertReadsOneRow(List<string> plan)
    {
        Assert.That(plan, Has.Some.Contains("$1"), "the plan that was prepared, with a parameter");
        Assert.That(plan.Where(line => line.Contains("rows=", StringComparison.Ordinal)), Has.None.Match(@"actual rows=(?![01] )"));
    }
}

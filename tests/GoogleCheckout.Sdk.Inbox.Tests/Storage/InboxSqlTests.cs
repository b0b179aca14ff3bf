using GoogleCheckout.Inbox.Options;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Storage;

public sealed class InboxSqlTests
{
    [Test]
    public async Task FindDue_QueueGrewSinceLastStatistics_StopsAtFirstMatch()
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        await test.ExecuteAsync("ANALYZE");
        await test.ExecuteAsync(
            """
            INSERT INTO google_checkout_orders SELECT '', 'o' || n, now() FROM generate_series(1, 500) AS n;
            INSERT INTO google_checkout_notifications (merchant, serial_number, google_order_number, kind, happened_at, received_at, state, next_attempt_at, payload)
            SELECT '', 's' || n, 'o' || (1 + n % 500), 'k', now(), now(), 'pending', now(), 'x' FROM generate_series(1, 2000) AS n
            """);

        var plan = await ExplainFindDueAsync(test, "EXPLAIN");

        Assert.That(plan, Has.Some.Contains("google_checkout_notifications_due").And.None.Contains("Sort").And.None.Contains("Hash"));
    }

    [Test]
    public async Task FindDue_MostNotificationsBehindEarlierOne_ReadsNoneOfThem()
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        await test.ExecuteAsync(
            """
            INSERT INTO google_checkout_orders SELECT '', 'o' || n, now() FROM generate_series(1, 100) AS n;
            INSERT INTO google_checkout_notifications (merchant, serial_number, google_order_number, kind, happened_at, received_at, state, next_attempt_at, payload)
            SELECT '', 's' || n, 'o' || (1 + n % 100), 'k', now() - n * interval '1 minute', now(), 'pending', now(), 'x' FROM generate_series(1, 2000) AS n;
            ANALYZE
            """);

        var plan = await ExplainFindDueAsync(test, "EXPLAIN (ANALYZE, TIMING OFF)");

        Assert.That(plan.Where(line => line.Contains("rows=", StringComparison.Ordinal)), Has.None.Match(@"actual rows=(?!1 )"));
    }

    [Test]
    public async Task FindDue_OnMariaDb_ReadsIndexInOrderAndLocksOneOrder()
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.MariaDb);
        await test.ExecuteAsync(
            """
            INSERT INTO google_checkout_orders SELECT '', concat('o', seq), now(6) FROM seq_1_to_100;
            INSERT INTO google_checkout_notifications (merchant, serial_number, google_order_number, kind, happened_at, received_at, state, next_attempt_at, payload)
            SELECT '', concat('s', seq), concat('o', 1 + seq % 100), 'k', now(6) - INTERVAL seq MINUTE, now(6), 'pending', '2010-01-01', 'x' FROM seq_1_to_2000
            """);
        var database = new InboxDatabase(test.Main, Tables.DefaultPrefix);
        var find = database.Sql.FindDue(DateTime.UtcNow)[0];
        await using var connection = await database.OpenAsync(CancellationToken.None);
        await connection.BeginAsync(CancellationToken.None);

        var plan = (await connection.ReadAllAsync(find with { Sql = $"ANALYZE FORMAT=JSON {find.Sql}" }, row => row.GetString(0), CancellationToken.None)).Single();
        await connection.BeginAsync(CancellationToken.None);
        await connection.ReadAsync([find], CancellationToken.None);
        var locks = await connection.ReadAsync([new Statement("SELECT SLEEP(0.2)"), new Statement("SELECT trx_rows_locked FROM information_schema.innodb_trx WHERE trx_mysql_thread_id = CONNECTION_ID()")], CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(plan, Does.Contain("\"google_checkout_notifications_due\"").And.Contain("\"google_checkout_notifications_next\"").And.Not.Contain("filesort"));
            Assert.That(plan, Does.Not.Match("\"r_rows\": ([3-9][0-9]|[0-9]{3})"));

            // The order, and its notification in two indexes.
            Assert.That(locks[1]![0], Is.EqualTo(3));
        });
    }

    private static async Task<List<string>> ExplainFindDueAsync(TestDatabase test, string explain)
    {
        var database = new InboxDatabase(test.Main, Tables.DefaultPrefix);
        var find = database.Sql.FindDue(DateTime.UtcNow)[0];
        await using var connection = await database.OpenAsync(CancellationToken.None);
        await connection.BeginAsync(CancellationToken.None);
        await connection.ReadAsync([.. database.Dialect.SearchSettings], CancellationToken.None);
        return await connection.ReadAllAsync(find with { Sql = $"{explain} {find.Sql}" }, row => row.GetString(0), CancellationToken.None);
    }
}

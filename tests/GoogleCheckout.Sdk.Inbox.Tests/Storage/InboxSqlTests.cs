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

    private static async Task<List<string>> ExplainFindDueAsync(TestDatabase test, string explain)
    {
        var database = new InboxDatabase(test.Main, Tables.DefaultPrefix);
        var find = new InboxSql(database.Dialect, database.Tables).FindDue(DateTime.UtcNow);
        await using var connection = await database.OpenAsync(CancellationToken.None);
        await connection.BeginAsync(CancellationToken.None);
        await connection.ReadAsync([InboxSql.PreferIndex], CancellationToken.None);
        return await connection.ReadAllAsync(find with { Sql = $"{explain} {find.Sql}" }, row => row.GetString(0), CancellationToken.None);
    }
}

using NUnit.Framework;

namespace GoogleCheckout.Inbox.Storage;

public sealed class InboxSqlTests
{
    [Test]
    public async Task FindDue_InAQueueThatGrewSinceTheLastStatistics_StopsAtTheFirstItFinds()
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        await test.ExecuteAsync("ANALYZE");
        await test.ExecuteAsync(
            """
            INSERT INTO google_checkout_orders SELECT '', 'o' || n, now() FROM generate_series(1, 500) AS n;
            INSERT INTO google_checkout_notifications (merchant, serial_number, google_order_number, kind, happened_at, received_at, state, next_attempt_at, payload)
            SELECT '', 's' || n, 'o' || (1 + n % 500), 'k', now(), now(), 'pending', now(), 'x' FROM generate_series(1, 2000) AS n
            """);
        var database = new InboxDatabase(test.Main, Tables.DefaultPrefix);
        var find = new InboxSql(database.Dialect, database.Tables).FindDue(DateTime.UtcNow);
        await using var connection = await database.OpenAsync(CancellationToken.None);
        await connection.BeginAsync(CancellationToken.None);
        await connection.ReadAsync([InboxSql.FollowIndex], CancellationToken.None);

        var plan = await connection.ReadAllAsync(find with { Sql = "EXPLAIN " + find.Sql }, row => row.GetString(0), CancellationToken.None);

        Assert.That(plan, Has.Some.Contains("google_checkout_notifications_due").And.None.Contains("Sort").And.None.Contains("Hash"));
    }
}

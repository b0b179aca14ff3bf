using GoogleCheckout.Inbox.Storage;

namespace GoogleCheckout.Outbox;

/// <summary>
/// The statements of PostgreSQL that are not composed as those of the other databases. PostgreSQL often plans them with the statistics of an empty table, and
/// keeps that plan of a prepared statement. They are written so that it can only read the index of an order's commands in order, and never all commands.
/// </summary>
internal sealed class PostgreSqlOutboxSql(Dialect dialect, string prefix) : OutboxSql(dialect, prefix)
{
    public override bool FindsLocked => true;

    public override IReadOnlyList<Statement> FindDue(DateTime now) => [new(
        $"""
        SELECT {StoredColumns}
        FROM ({DueOrder} FOR NO KEY UPDATE OF o SKIP LOCKED) AS held
        CROSS JOIN LATERAL ({FirstOf("*", "held")}) AS c
        """,
        ("now", now))];
}

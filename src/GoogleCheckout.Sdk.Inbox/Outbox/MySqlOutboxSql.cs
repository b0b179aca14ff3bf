using GoogleCheckout.Inbox.Storage;

namespace GoogleCheckout.Outbox;

/// <summary>The statements of MariaDB and MySQL that are not composed as those of the other databases, for the reasons of <see cref="MySqlInboxSql"/>.</summary>
internal sealed class MySqlOutboxSql(Dialect dialect, string prefix) : OutboxSql(dialect, prefix)
{
    // Orders in sequence that are locked although a command of them is due: their attempts take longer than the delay of the next one.
    private const int NearReach = 25;
    private const int FarReach = 5000;

    public override bool FindsLocked => false;

    protected override string CommandsById => $"{Commands} FORCE INDEX (PRIMARY)";

    protected override string SentCommandsOfOrder => $"{Commands} FORCE INDEX ({Commands}_sent)";

    /// <summary>An insert would wait for a worker that has locked the row.</summary>
    public override Statement FindOrder(string merchant, string orderNumber) => new(
        $"SELECT 1 FROM {Orders} WHERE merchant = @merchant AND google_order_number = @order",
        ("merchant", merchant), ("order", orderNumber));

    public override IReadOnlyList<Statement> FindDue(DateTime now) => [FindDue(now, NearReach), FindDue(now, FarReach)];

    public override Statement Prune(DateTime before, int count) => new(
        $"""
        DELETE c FROM (
            SELECT id FROM {Commands} FORCE INDEX ({Commands}_ended)
            WHERE state IN ('done', 'failed') AND sent_at IS NULL AND ended_at < @before ORDER BY ended_at LIMIT @count {Dialect.LockFreeRows}) AS batch
        STRAIGHT_JOIN {Commands} AS c FORCE INDEX (PRIMARY) ON c.id = batch.id
        """,
        ("before", before), ("count", count));

    // The inner query locks nothing.
    public override Statement LockEmptyOrders(int count) => new(
        $"""
        SELECT o.merchant, o.google_order_number FROM (
            SELECT o.merchant, o.google_order_number FROM {Orders} AS o WHERE {HasNoCommand} LIMIT @count) AS found
        STRAIGHT_JOIN {Orders} AS o FORCE INDEX (PRIMARY) ON o.merchant = found.merchant AND o.google_order_number = found.google_order_number
        {Dialect.LockFreeRows}
        """,
        ("count", count));

    protected override string FirstOf(string column, string order) =>
        $"""
        SELECT f.{column} FROM {Commands} AS f FORCE INDEX ({Commands}_next)
        WHERE f.state = 'pending' AND f.merchant = {order}.merchant AND f.google_order_number = {order}.google_order_number
        ORDER BY f.id LIMIT 1
        """;

    private Statement FindDue(DateTime now, int reach) => new(
        $"""
        SELECT {StoredColumns}
        FROM (
            SELECT due.merchant, due.google_order_number FROM {Commands} AS due FORCE INDEX ({Commands}_due)
            WHERE due.next_attempt_at <= @now AND ({FirstOf("next_attempt_at", "due")}) <= @now
            ORDER BY due.next_attempt_at, due.id LIMIT @reach) AS found
        STRAIGHT_JOIN {Orders} AS held FORCE INDEX (PRIMARY) ON held.merchant = found.merchant AND held.google_order_number = found.google_order_number
        STRAIGHT_JOIN {Commands} AS c FORCE INDEX (PRIMARY) ON c.id = ({FirstOf("id", "held")})
        LIMIT 1 {Dialect.LockFreeRows}
        """,
        ("now", now), ("reach", reach));
}

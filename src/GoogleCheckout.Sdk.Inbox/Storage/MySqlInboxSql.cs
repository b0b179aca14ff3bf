using GoogleCheckout.Inbox.Options;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>
/// The statements of MariaDB and MySQL that are not composed as those of the other databases. The two have one kind of exclusive
/// row lock, lock the rows of all tables of a locking query, and have no partial indexes. They lock each row that they read, also those
/// that a condition excludes then, and wait for it. So the statements name the order of the tables, with STRAIGHT_JOIN, and the indexes:
/// the optimizer would read a small table as a whole.
/// </summary>
internal sealed class MySqlInboxSql(Dialect dialect, Tables tables) : InboxSql(dialect, tables)
{
    // Orders in sequence that are locked although a notification of them is due: their handlers run for longer than the delay of the next attempt.
    private const int NearReach = 25;
    private const int FarReach = 5000;

    protected override string NotificationsByKey => $"{Tables.Notifications} FORCE INDEX ({Tables.Notifications}_key)";

    protected override string NotificationsOfOrder => $"{Tables.Notifications} FORCE INDEX ({Tables.Notifications}_next)";

    public override Statement LockOrder(string merchant, string orderNumber, DateTime now) => new(
        $"""
        INSERT INTO {Tables.Orders} (merchant, google_order_number, first_seen_at) VALUES (@merchant, @order, @now)
        ON DUPLICATE KEY UPDATE first_seen_at = first_seen_at
        """,
        ("merchant", merchant), ("order", orderNumber), ("now", now));

    /// <summary>
    /// The notification first, and then its order if it is missing, as a read without a lock sees it. An order that is being
    /// deleted holds the notification up until it is deleted, and a stored notification holds the deletion up.
    /// </summary>
    public override Statement[] Store(Notification notification, string merchant, ReadOnlyMemory<byte> payload, DateTime now) =>
    [
        new(
            $"""
            {Dialect.InsertNew} {Tables.Notifications} (merchant, serial_number, google_order_number, kind, happened_at, received_at, state, next_attempt_at, payload)
            VALUES (@merchant, @serial, @order, @kind, @happened, @now, 'pending', @now, @payload)
            {Dialect.Returning("1")}
            """,
            [.. Key(notification, merchant, now), ("payload", payload.ToArray())]),
        new(
            $"""
            {Dialect.InsertNew} {Tables.Orders} (merchant, google_order_number, first_seen_at)
            SELECT @merchant, @order, @now FROM DUAL
            WHERE NOT EXISTS (SELECT 1 FROM {Tables.Orders} WHERE merchant = @merchant AND google_order_number = @order)
            """,
            ("merchant", merchant), ("order", notification.GoogleOrderNumber), ("now", now)),
    ];

    /// <summary>
    /// The inner query reads the first due notifications without a lock, and the outer one locks the first of their orders that is
    /// free, with its earliest notification. Nothing is skipped but orders whose handlers run, so a second, longer look is rare.
    /// </summary>
    public override IReadOnlyList<Statement> FindDue(DateTime now) => [FindDue(now, NearReach), FindDue(now, FarReach)];

    public override Statement PrunePayloads(DateTime before, int count) => new(
        $"""
        UPDATE (
            SELECT arrival FROM {Tables.Notifications} FORCE INDEX ({Tables.Notifications}_payload)
            WHERE payload_since < @before ORDER BY payload_since LIMIT @count {Dialect.LockFreeRows}) AS batch
        STRAIGHT_JOIN {Tables.Notifications} AS n FORCE INDEX (PRIMARY) ON n.arrival = batch.arrival
        SET n.payload = NULL, n.last_fault = NULL
        """,
        ("before", before), ("count", count));

    public override Statement PruneKeys(DateTime before, int count) => new(
        $"""
        DELETE n FROM (
            SELECT arrival FROM {Tables.Notifications} FORCE INDEX ({Tables.Notifications}_received)
            WHERE state = 'handled' AND received_at < @before ORDER BY received_at LIMIT @count {Dialect.LockFreeRows}) AS batch
        STRAIGHT_JOIN {Tables.Notifications} AS n FORCE INDEX (PRIMARY) ON n.arrival = batch.arrival
        """,
        ("before", before), ("count", count));

    /// <summary>The inner query looks for the orders without a lock: a locking one would lock all that it reads.</summary>
    public override Statement LockEmptyOrders(DateTime before, int count) => new(
        $"""
        SELECT o.merchant, o.google_order_number FROM (
            SELECT o.merchant, o.google_order_number FROM {Tables.Orders} AS o WHERE o.first_seen_at < @before AND {IsEmpty} LIMIT @count) AS found
        STRAIGHT_JOIN {Tables.Orders} AS o FORCE INDEX (PRIMARY) ON o.merchant = found.merchant AND o.google_order_number = found.google_order_number
        {Dialect.LockFreeRows}
        """,
        ("before", before), ("count", count));

    protected override string EarliestOf(string column, string order) =>
        $"""
        SELECT earliest.{column} FROM {Tables.Notifications} AS earliest FORCE INDEX ({Tables.Notifications}_next)
        WHERE earliest.state = 'pending' AND earliest.merchant = {order}.merchant AND earliest.google_order_number = {order}.google_order_number
        ORDER BY earliest.happened_at, earliest.arrival LIMIT 1
        """;

    private Statement FindDue(DateTime now, int reach) => new(
        $"""
        SELECT n.merchant, n.serial_number, n.google_order_number, n.attempts, n.payload
        FROM (
            SELECT due.merchant, due.google_order_number FROM {Tables.Notifications} AS due FORCE INDEX ({Tables.Notifications}_due)
            WHERE due.next_attempt_at <= @now AND ({EarliestOf("next_attempt_at", "due")}) <= @now
            ORDER BY due.next_attempt_at, due.arrival LIMIT @reach) AS found
        STRAIGHT_JOIN {Tables.Orders} AS held FORCE INDEX (PRIMARY) ON held.merchant = found.merchant AND held.google_order_number = found.google_order_number
        STRAIGHT_JOIN {Tables.Notifications} AS n FORCE INDEX ({Tables.Notifications}_key) ON n.merchant = held.merchant AND n.serial_number = ({EarliestOf("serial_number", "held")})
        LIMIT 1 {Dialect.LockFreeRows}
        """,
        ("now", now), ("reach", reach));
}

using GoogleCheckout.Inbox.Options;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>All SQL statements of the inbox except its schema, composed of the words of a database. <see cref="MySqlInboxSql"/> has those that differ as a whole.</summary>
internal class InboxSql(Dialect dialect, Tables tables)
{
    // The error text of an attempt until it ends, and if it never does.
    private const string NotEnded = "The attempt did not end: the program ended, or its connection to the database was lost.";

    protected Dialect Dialect => dialect;

    protected Tables Tables => tables;

    /// <summary>The table of notifications in an update of one of them.</summary>
    protected virtual string NotificationsByKey => tables.Notifications;

    /// <summary>The table of notifications in a search for those of an order.</summary>
    protected virtual string NotificationsOfOrder => tables.Notifications;

    /// <summary>
    /// Creates the order's row if it is missing, waits for it and locks it: an update locks the row even if its condition is
    /// false. The update sets no key column, so that storing a notification, which locks the key, does not wait for a handler.
    /// </summary>
    public virtual Statement LockOrder(string merchant, string orderNumber, DateTime now) => new(
        $"""
        INSERT INTO {tables.Orders} (merchant, google_order_number, first_seen_at) VALUES (@merchant, @order, @now)
        ON CONFLICT (merchant, google_order_number) DO UPDATE SET first_seen_at = excluded.first_seen_at WHERE false
        """,
        ("merchant", merchant), ("order", orderNumber), ("now", now));

    /// <summary>Records a notification that is handled in the same transaction; returns no row if it is known.</summary>
    public Statement AddHandled(Notification notification, string merchant, DateTime now) => new(
        $"""
        {dialect.InsertNew} {tables.Notifications} (merchant, serial_number, google_order_number, kind, happened_at, received_at, state, ended_at)
        VALUES (@merchant, @serial, @order, @kind, @happened, @now, 'handled', @now)
        {dialect.IfNew("merchant, serial_number")}
        {dialect.Returning(dialect.TransactionId)}
        """,
        Key(notification, merchant, now));

    /// <summary>
    /// Stores a notification for later handling, and creates the order's row if it is missing; returns no row if the notification is
    /// known, or if the order's row was pruned in the meantime. Does not wait for a handler that has locked the order.
    /// </summary>
    public virtual Statement[] Store(Notification notification, string merchant, ReadOnlyMemory<byte> payload, DateTime now) =>
    [
        new(
            $"""
            INSERT INTO {tables.Orders} (merchant, google_order_number, first_seen_at) VALUES (@merchant, @order, @now)
            {dialect.IfNew("merchant, google_order_number")}
            """,
            ("merchant", merchant), ("order", notification.GoogleOrderNumber), ("now", now)),
        new(
            $"""
            INSERT INTO {tables.Notifications} (merchant, serial_number, google_order_number, kind, happened_at, received_at, state, next_attempt_at, payload)
            SELECT o.merchant, @serial, o.google_order_number, @kind, @happened, @now, 'pending', @now, @payload
            FROM {tables.Orders} AS o WHERE o.merchant = @merchant AND o.google_order_number = @order {LockIfRowLocks("FOR KEY SHARE")}
            {dialect.IfNew("merchant, serial_number")}
            {dialect.Returning("1")}
            """,
            [.. Key(notification, merchant, now), ("payload", payload.ToArray())]),
    ];

    /// <summary>Returns a row if a notification is known.</summary>
    public Statement Find(string merchant, string serialNumber) => new(
        $"SELECT 1 FROM {tables.Notifications} WHERE merchant = @merchant AND serial_number = @serial",
        ("merchant", merchant), ("serial", serialNumber));

    /// <summary>
    /// Finds the notification to handle next. Each due notification leads to its order; the first unlocked order whose earliest
    /// notification is due is locked, and that notification returned. A direct search for notifications that are the earliest of
    /// their order would read all notifications behind them, too, which are nearly all in a long queue.
    /// </summary>
    /// <returns>The queries to execute one after the other, until one returns a row.</returns>
    public virtual IReadOnlyList<Statement> FindDue(DateTime now) => [new(
        $"""
        SELECT n.merchant, n.serial_number, n.google_order_number, n.attempts, n.payload
        FROM (
            SELECT o.merchant, o.google_order_number
            FROM {tables.Notifications} AS due
            JOIN {tables.Orders} AS o ON o.merchant = due.merchant AND o.google_order_number = due.google_order_number
            WHERE due.state = 'pending' AND due.next_attempt_at <= @now AND ({EarliestOf("next_attempt_at", "due")}) <= @now
            ORDER BY due.next_attempt_at, due.arrival
            LIMIT 1
            {LockIfRowLocks("FOR NO KEY UPDATE OF o SKIP LOCKED")}) AS held
        JOIN {tables.Notifications} AS n ON n.merchant = held.merchant AND n.serial_number = ({EarliestOf("serial_number", "held")})
        """,
        ("now", now))];

    /// <summary>
    /// Counts an attempt before it starts, and sets when the next one is due if this one or the program fails. Returns no row if
    /// another worker was faster, between the read of the notification and the lock of its order.
    /// </summary>
    public Statement CountAttempt(StoredNotification stored, DateTime next) => new(
        $"UPDATE {NotificationsByKey} SET attempts = attempts + 1, next_attempt_at = @next, last_fault = @error {ThisAttempt} {dialect.Returning("1")}",
        [("next", next), ("error", NotEnded), .. Attempt(stored)]);

    /// <summary>Locks the order's row; returns no row if another transaction has locked it.</summary>
    public Statement TryLockOrder(StoredNotification stored) => new(
        $"""
        SELECT {dialect.TransactionId} FROM {tables.Orders} WHERE merchant = @merchant AND google_order_number = @order
        {dialect.LockFreeRows}
        """,
        ("merchant", stored.Merchant), ("order", stored.OrderNumber));

    /// <summary>Returns the earliest pending notification of an order, and its number of attempts.</summary>
    public Statement FindEarliest(StoredNotification stored) => new(
        $"""
        SELECT serial_number, attempts FROM {tables.Notifications}
        WHERE state = 'pending' AND merchant = @merchant AND google_order_number = @order
        ORDER BY happened_at, arrival LIMIT 1
        """,
        ("merchant", stored.Merchant), ("order", stored.OrderNumber));

    /// <summary>Marks the notification as handled, if this is still the transaction in which it was handled.</summary>
    public Statement MarkHandled(StoredNotification stored, long transactionId, DateTime now) => new(
        $"""
        UPDATE {NotificationsByKey} SET state = 'handled', ended_at = @now, next_attempt_at = NULL, last_fault = NULL
        WHERE merchant = @merchant AND serial_number = @serial AND {dialect.TransactionId} = @transaction
        """,
        ("merchant", stored.Merchant), ("serial", stored.SerialNumber), ("transaction", transactionId), ("now", now));

    /// <summary>Records a failed attempt, and when the next one is due.</summary>
    public Statement RecordFailure(StoredNotification stored, string error, DateTime next) => new(
        $"UPDATE {NotificationsByKey} SET last_fault = @error, next_attempt_at = @next {ThisAttempt}",
        [("error", error), ("next", next), .. Attempt(stored)]);

    /// <summary>Marks the notification as a dead letter after its last attempt. If the error is null, the recorded one is kept.</summary>
    public Statement MarkDead(StoredNotification stored, string? error, DateTime now) => new(
        $"UPDATE {NotificationsByKey} SET state = 'dead', ended_at = @now, last_fault = COALESCE(@error, last_fault), next_attempt_at = NULL {ThisAttempt}",
        [("error", error), ("now", now), .. Attempt(stored)]);

    /// <summary>Undoes the count of an attempt that did not take place.</summary>
    public Statement UndoAttempt(StoredNotification stored, DateTime now) => new(
        $"UPDATE {NotificationsByKey} SET attempts = attempts - 1, next_attempt_at = @now, last_fault = NULL {ThisAttempt}",
        [("now", now), .. Attempt(stored)]);

    /// <summary>Delays the next attempt.</summary>
    public Statement Postpone(StoredNotification stored, DateTime next) => new(
        $"UPDATE {NotificationsByKey} SET next_attempt_at = @next {ThisAttempt}",
        [("next", next), .. Attempt(stored)]);

    /// <summary>Returns the number of pending notifications, the time when the first of them was received, and the number of dead letters.</summary>
    public Statement CountQueue() => new(
        $"""
        SELECT (SELECT count(*) FROM {tables.Notifications} WHERE state = 'pending'),
            (SELECT min(received_at) FROM {tables.Notifications} WHERE state = 'pending'),
            (SELECT count(*) FROM {tables.Notifications} WHERE state = 'dead')
        """);

    /// <summary>Returns a page of dead letters, in the order of their arrival.</summary>
    public Statement ListDead(string? merchant, long after, int count) => new(
        $"""
        SELECT arrival, merchant, serial_number, google_order_number, kind, attempts, last_fault, received_at, ended_at
        FROM {tables.Notifications} WHERE state = 'dead' AND arrival > @after {OfMerchant(merchant)}
        ORDER BY arrival LIMIT @count
        """,
        [("after", after), ("count", count), .. Merchant(merchant)]);

    /// <summary>Puts dead letters back into the queue with no attempts: one, or all.</summary>
    public Statement Replay(string? merchant, string? serialNumber, DateTime now) => new(
        $"""
        UPDATE {tables.Notifications} SET state = 'pending', attempts = 0, next_attempt_at = @now, ended_at = NULL
        WHERE state = 'dead' {OfMerchant(merchant)} {(serialNumber is null ? string.Empty : "AND serial_number = @serial")}
        """,
        [("now", now), .. Merchant(merchant), .. serialNumber is null ? [] : new[] { ("serial", (object?)serialNumber) }]);

    /// <summary>Marks a dead letter as handled, and deletes its error text, which may contain buyer data.</summary>
    public Statement Discard(string merchant, string serialNumber, DateTime now) => new(
        $"UPDATE {NotificationsByKey} SET state = 'handled', ended_at = @now, last_fault = NULL WHERE state = 'dead' AND merchant = @merchant AND serial_number = @serial",
        ("merchant", merchant), ("serial", serialNumber), ("now", now));

    /// <summary>Deletes the payloads of up to a number of notifications that were handled before a time. Rows that another node deletes are skipped.</summary>
    public virtual Statement PrunePayloads(DateTime before, int count) => new(
        $"""
        WITH batch AS (
            SELECT merchant, serial_number FROM {tables.Notifications}
            WHERE state = 'handled' AND payload IS NOT NULL AND ended_at < @before ORDER BY ended_at LIMIT @count {LockIfRowLocks("FOR UPDATE SKIP LOCKED")})
        UPDATE {tables.Notifications} SET payload = NULL, last_fault = NULL WHERE (merchant, serial_number) IN (SELECT merchant, serial_number FROM batch)
        """,
        ("before", before), ("count", count));

    /// <summary>Deletes up to a number of handled notifications that were received before a time. Rows that another node deletes are skipped.</summary>
    public virtual Statement PruneKeys(DateTime before, int count) => new(
        $"""
        WITH batch AS (
            SELECT merchant, serial_number FROM {tables.Notifications}
            WHERE state = 'handled' AND received_at < @before ORDER BY received_at LIMIT @count {LockIfRowLocks("FOR UPDATE SKIP LOCKED")})
        DELETE FROM {tables.Notifications} WHERE (merchant, serial_number) IN (SELECT merchant, serial_number FROM batch)
        """,
        ("before", before), ("count", count));

    /// <summary>Locks and returns up to a number of orders without notifications, so that no notification is stored for them in the meantime.</summary>
    public virtual Statement LockEmptyOrders(DateTime before, int count) => new(
        $"""
        SELECT merchant, google_order_number FROM {tables.Orders} AS o WHERE first_seen_at < @before AND {IsEmpty}
        LIMIT @count {LockIfRowLocks("FOR UPDATE SKIP LOCKED")}
        """,
        ("before", before), ("count", count));

    /// <summary>Deletes a locked order, unless a notification was stored for it just before.</summary>
    public Statement PruneOrder(string merchant, string orderNumber) => new(
        $"""
        DELETE FROM {tables.Orders} WHERE merchant = @merchant AND google_order_number = @order
        AND NOT EXISTS (SELECT 1 FROM {NotificationsOfOrder} WHERE merchant = @merchant AND google_order_number = @order)
        """,
        ("merchant", merchant), ("order", orderNumber));

    /// <summary>Returns the token stored with a name.</summary>
    public Statement ReadToken(string merchant, string name) => new(
        $"SELECT token FROM {tables.Tokens} WHERE merchant = @merchant AND name = @name",
        ("merchant", merchant), ("name", name));

    /// <summary>Stores a token and replaces the previous one.</summary>
    public Statement WriteToken(string merchant, string name, string token, DateTime now) => new(
        $"""
        INSERT INTO {tables.Tokens} (merchant, name, token, written_at) VALUES (@merchant, @name, @token, @now)
        {dialect.OrUpdate("merchant, name", "token", "written_at")}
        """,
        ("merchant", merchant), ("name", name), ("token", token), ("now", now));

    protected virtual string EarliestOf(string column, string order) =>
        $"""
        SELECT earliest.{column} FROM {tables.Notifications} AS earliest
        WHERE earliest.state = 'pending' AND earliest.merchant = {order}.merchant AND earliest.google_order_number = {order}.google_order_number
        ORDER BY earliest.happened_at, earliest.arrival LIMIT 1
        """;

    protected string IsEmpty => $"NOT EXISTS (SELECT 1 FROM {tables.Notifications} AS n WHERE n.merchant = o.merchant AND n.google_order_number = o.google_order_number)";

    private string LockIfRowLocks(string clause) => dialect.IsSingleWriter ? string.Empty : clause;

    private static string OfMerchant(string? merchant) => merchant is null ? string.Empty : "AND merchant = @merchant";

    private static (string, object?)[] Merchant(string? merchant) => merchant is null ? [] : [("merchant", merchant)];

    // Not state = 'pending': PostgreSQL would read all due notifications by their index, if there were none when it last analyzed the table.
    private static string ThisAttempt => "WHERE merchant = @merchant AND serial_number = @serial AND attempts = @attempts AND CASE state WHEN 'pending' THEN 1 ELSE 0 END = 1";

    private static (string, object?)[] Attempt(StoredNotification stored) =>
        [("merchant", stored.Merchant), ("serial", stored.SerialNumber), ("attempts", stored.Attempts)];

    // Only new-order notifications lack a timestamp, and these are the first of their order.
    protected static (string, object?)[] Key(Notification notification, string merchant, DateTime now) =>
    [
        ("merchant", merchant),
        ("serial", notification.SerialNumber),
        ("order", notification.GoogleOrderNumber),
        ("kind", GetKind(notification)),
        ("happened", notification.Timestamp?.UtcDateTime ?? DateTime.UnixEpoch),
        ("now", now),
    ];

    private static string GetKind(Notification notification) =>
        notification is UnknownNotification unknown ? unknown.RootName[..Math.Min(unknown.RootName.Length, 100)] : notification.GetType().Name;
}

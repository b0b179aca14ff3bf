using System.Globalization;
using GoogleCheckout.Inbox.Options;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>All SQL of the inbox but its schema, for both databases.</summary>
internal sealed class InboxSql(Dialect dialect, Tables tables)
{
    // What is known of an attempt until it has ended, and if it never does.
    private const string NotEnded = "The attempt did not end: the program did, or its connection to the database was lost.";

    /// <summary>
    /// Waits for the order's row, makes it where there is none, and holds it: an update that is refused still locks. What
    /// it would set is no key, so that storing a notification, which holds the key, does not wait for a handler.
    /// </summary>
    public Statement HoldOrder(string merchant, string orderNumber, DateTime now) => new(
        $"""
        INSERT INTO {tables.Orders} (merchant, google_order_number, first_seen_at) VALUES (@merchant, @order, @now)
        ON CONFLICT (merchant, google_order_number) DO UPDATE SET first_seen_at = excluded.first_seen_at WHERE false
        """,
        ("merchant", merchant), ("order", orderNumber), ("now", now));

    /// <summary>Remembers a notification that is handled in the same transaction; returns no row where it is known.</summary>
    public Statement AddHandled(Notification notification, string merchant, DateTime now) => new(
        $"""
        INSERT INTO {tables.Notifications} (merchant, serial_number, google_order_number, kind, happened_at, received_at, state, ended_at)
        VALUES (@merchant, @serial, @order, @kind, @happened, @now, 'handled', @now)
        ON CONFLICT (merchant, serial_number) DO NOTHING
        RETURNING {dialect.TransactionId}
        """,
        Key(notification, merchant, now));

    /// <summary>Makes the order's row where there is none, without waiting for whoever holds it.</summary>
    public Statement AddOrder(string merchant, string orderNumber, DateTime now) => new(
        $"""
        INSERT INTO {tables.Orders} (merchant, google_order_number, first_seen_at) VALUES (@merchant, @order, @now)
        ON CONFLICT (merchant, google_order_number) DO NOTHING
        """,
        ("merchant", merchant), ("order", orderNumber), ("now", now));

    /// <summary>
    /// Stores a notification that is to be handled; returns no row where it is known, or where the order's row was pruned
    /// after all. It does not wait for whoever handles a notification of the order.
    /// </summary>
    public Statement AddPending(Notification notification, string merchant, ReadOnlyMemory<byte> payload, DateTime now) => new(
        $"""
        INSERT INTO {tables.Notifications} (merchant, serial_number, google_order_number, kind, happened_at, received_at, state, next_attempt_at, payload)
        SELECT o.merchant, @serial, o.google_order_number, @kind, @happened, @now, 'pending', @now, @payload
        FROM {tables.Orders} AS o WHERE o.merchant = @merchant AND o.google_order_number = @order {dialect.Lock("FOR KEY SHARE")}
        ON CONFLICT (merchant, serial_number) DO NOTHING
        RETURNING 1
        """,
        [.. Key(notification, merchant, now), ("payload", payload.ToArray())]);

    /// <summary>Whether a notification is known.</summary>
    public Statement Find(string merchant, string serialNumber) => new(
        $"SELECT 1 FROM {tables.Notifications} WHERE merchant = @merchant AND serial_number = @serial",
        ("merchant", merchant), ("serial", serialNumber));

    /// <summary>
    /// What to handle next. Whatever is due says that its order has work; the first order nobody is at, and whose earliest
    /// is due, is held, and its earliest found. To look for those that are the earliest of their order instead would mean to
    /// pass by all that wait behind them, which in a long queue is nearly all.
    /// </summary>
    public Statement FindDue(DateTime now) => new(
        $"""
        SELECT n.merchant, n.serial_number, n.google_order_number, n.attempts, n.payload
        FROM (
            SELECT o.merchant, o.google_order_number
            FROM {tables.Notifications} AS due
            JOIN {tables.Orders} AS o ON o.merchant = due.merchant AND o.google_order_number = due.google_order_number
            WHERE due.state = 'pending' AND due.next_attempt_at <= @now AND ({EarliestOf("next_attempt_at", "due")}) <= @now
            ORDER BY due.next_attempt_at, due.arrival
            LIMIT 1
            {dialect.Lock("FOR NO KEY UPDATE OF o SKIP LOCKED")}) AS held
        JOIN {tables.Notifications} AS n ON n.merchant = held.merchant AND n.serial_number = ({EarliestOf("serial_number", "held")})
        """,
        ("now", now));

    /// <summary>
    /// Counts an attempt before it is made; the next one is due after it has failed, or the program has. Returns no row where
    /// another was quicker, between the look at the notification and the hold of its order.
    /// </summary>
    public Statement CountAttempt(StoredNotification stored, DateTime next) => new(
        $"UPDATE {tables.Notifications} SET attempts = attempts + 1, next_attempt_at = @next, last_fault = @fault {ThisAttempt} RETURNING 1",
        [("next", next), ("fault", NotEnded), .. Attempt(stored)]);

    /// <summary>Takes the order's row, unless another has it; returns no row then.</summary>
    public Statement TakeOrder(StoredNotification stored) => new(
        $"""
        SELECT {dialect.TransactionId} FROM {tables.Orders} WHERE merchant = @merchant AND google_order_number = @order
        {dialect.Lock("FOR NO KEY UPDATE SKIP LOCKED")}
        """,
        ("merchant", stored.Merchant), ("order", stored.OrderNumber));

    /// <summary>The earliest of an order that waits, and how often it was tried.</summary>
    public Statement FindEarliest(StoredNotification stored) => new(
        $"""
        SELECT serial_number, attempts FROM {tables.Notifications}
        WHERE state = 'pending' AND merchant = @merchant AND google_order_number = @order
        ORDER BY happened_at, arrival LIMIT 1
        """,
        ("merchant", stored.Merchant), ("order", stored.OrderNumber));

    /// <summary>The notification is handled, if this still is the transaction it was handled in.</summary>
    public Statement EndHandled(StoredNotification stored, long transactionId, DateTime now) => new(
        $"""
        UPDATE {tables.Notifications} SET state = 'handled', ended_at = @now, next_attempt_at = NULL, last_fault = NULL
        WHERE merchant = @merchant AND serial_number = @serial AND {dialect.TransactionId} = @transaction
        """,
        ("merchant", stored.Merchant), ("serial", stored.SerialNumber), ("transaction", transactionId), ("now", now));

    /// <summary>An attempt has failed, and another is to follow.</summary>
    public Statement EndFailed(StoredNotification stored, string fault, DateTime next) => new(
        $"UPDATE {tables.Notifications} SET last_fault = @fault, next_attempt_at = @next {ThisAttempt}",
        [("fault", fault), ("next", next), .. Attempt(stored)]);

    /// <summary>An attempt has failed, and it was the last. Without a fault it is the one that is known.</summary>
    public Statement EndDead(StoredNotification stored, string? fault, DateTime now) => new(
        $"UPDATE {tables.Notifications} SET state = 'dead', ended_at = @now, last_fault = COALESCE(@fault, last_fault), next_attempt_at = NULL {ThisAttempt}",
        [("fault", fault), ("now", now), .. Attempt(stored)]);

    /// <summary>An attempt that was counted was not made.</summary>
    public Statement GiveBack(StoredNotification stored, DateTime now) => new(
        $"UPDATE {tables.Notifications} SET attempts = attempts - 1, next_attempt_at = @now {ThisAttempt}",
        [("now", now), .. Attempt(stored)]);

    /// <summary>A page of dead letters, in the order of their arrival.</summary>
    public Statement ListDead(string? merchant, long after, int count) => new(
        $"""
        SELECT arrival, merchant, serial_number, google_order_number, kind, attempts, last_fault, received_at, ended_at
        FROM {tables.Notifications} WHERE state = 'dead' AND arrival > @after {OfMerchant(merchant)}
        ORDER BY arrival LIMIT @count
        """,
        [("after", after), ("count", count), .. Merchant(merchant)]);

    /// <summary>Puts dead letters back, as if they had just come: one, or all there are.</summary>
    public Statement Replay(string? merchant, string? serialNumber, DateTime now) => new(
        $"""
        UPDATE {tables.Notifications} SET state = 'pending', attempts = 0, next_attempt_at = @now, ended_at = NULL
        WHERE state = 'dead' {OfMerchant(merchant)} {(serialNumber is null ? string.Empty : "AND serial_number = @serial")}
        """,
        [("now", now), .. Merchant(merchant), .. serialNumber is null ? [] : new[] { ("serial", (object?)serialNumber) }]);

    /// <summary>Takes a dead letter for handled.</summary>
    public Statement Discard(string merchant, string serialNumber, DateTime now) => new(
        $"UPDATE {tables.Notifications} SET state = 'handled', ended_at = @now WHERE state = 'dead' AND merchant = @merchant AND serial_number = @serial",
        ("merchant", merchant), ("serial", serialNumber), ("now", now));

    /// <summary>Forgets what notifications said that were handled before a time, some of them.</summary>
    public Statement PrunePayloads(DateTime before, int count) => new(
        $"""
        UPDATE {tables.Notifications} SET payload = NULL WHERE (merchant, serial_number) IN (
            SELECT merchant, serial_number FROM {tables.Notifications}
            WHERE state = 'handled' AND payload IS NOT NULL AND ended_at < @before ORDER BY ended_at LIMIT @count)
        """,
        ("before", before), ("count", count));

    /// <summary>Forgets notifications that came before a time and were handled, some of them.</summary>
    public Statement PruneKeys(DateTime before, int count) => new(
        $"""
        DELETE FROM {tables.Notifications} WHERE (merchant, serial_number) IN (
            SELECT merchant, serial_number FROM {tables.Notifications}
            WHERE state = 'handled' AND received_at < @before ORDER BY received_at LIMIT @count)
        """,
        ("before", before), ("count", count));

    /// <summary>Orders that nothing is known of any more, some of them, held so that nothing is stored for them meanwhile.</summary>
    public Statement HoldEmptyOrders(DateTime before, int count) => new(
        $"""
        SELECT merchant, google_order_number FROM {tables.Orders} AS o WHERE first_seen_at < @before AND {IsEmpty}
        LIMIT @count {dialect.Lock("FOR UPDATE SKIP LOCKED")}
        """,
        ("before", before), ("count", count));

    /// <summary>Forgets an order that is held, unless something was stored for it just before.</summary>
    public Statement PruneOrder(string merchant, string orderNumber) => new(
        $"DELETE FROM {tables.Orders} AS o WHERE merchant = @merchant AND google_order_number = @order AND {IsEmpty}",
        ("merchant", merchant), ("order", orderNumber));

    /// <summary>Has PostgreSQL end the transaction of a program that holds it and does nothing.</summary>
    public static Statement LimitIdleness(TimeSpan limit) =>
        new(string.Create(CultureInfo.InvariantCulture, $"SET LOCAL idle_in_transaction_session_timeout = {(int)limit.TotalMilliseconds}"));

    /// <summary>
    /// Has PostgreSQL follow the index of what is due until it meets the first. A queue grows faster than its statistics; by
    /// those of an empty one all that waits would be looked at and sorted, for each notification anew.
    /// </summary>
    public static Statement FollowIndex { get; } = new("SET LOCAL enable_sort = off");

    /// <summary>What a poller goes on from.</summary>
    public Statement ReadToken(string merchant, string name) => new(
        $"SELECT token FROM {tables.Tokens} WHERE merchant = @merchant AND name = @name",
        ("merchant", merchant), ("name", name));

    /// <summary>Puts a token in the place of the one before.</summary>
    public Statement WriteToken(string merchant, string name, string token, DateTime now) => new(
        $"""
        INSERT INTO {tables.Tokens} (merchant, name, token, written_at) VALUES (@merchant, @name, @token, @now)
        ON CONFLICT (merchant, name) DO UPDATE SET token = excluded.token, written_at = excluded.written_at
        """,
        ("merchant", merchant), ("name", name), ("token", token), ("now", now));

    private string EarliestOf(string column, string order) =>
        $"""
        SELECT earliest.{column} FROM {tables.Notifications} AS earliest
        WHERE earliest.state = 'pending' AND earliest.merchant = {order}.merchant AND earliest.google_order_number = {order}.google_order_number
        ORDER BY earliest.happened_at, earliest.arrival LIMIT 1
        """;

    private string IsEmpty => $"NOT EXISTS (SELECT 1 FROM {tables.Notifications} AS n WHERE n.merchant = o.merchant AND n.google_order_number = o.google_order_number)";

    private static string OfMerchant(string? merchant) => merchant is null ? string.Empty : "AND merchant = @merchant";

    private static (string, object?)[] Merchant(string? merchant) => merchant is null ? [] : [("merchant", merchant)];

    private static string ThisAttempt => "WHERE merchant = @merchant AND serial_number = @serial AND state = 'pending' AND attempts = @attempts";

    private static (string, object?)[] Attempt(StoredNotification stored) =>
        [("merchant", stored.Merchant), ("serial", stored.SerialNumber), ("attempts", stored.Attempts)];

    // A message that does not say when it happened was always that of a new order, and so the first of its order.
    private static (string, object?)[] Key(Notification notification, string merchant, DateTime now) =>
    [
        ("merchant", merchant),
        ("serial", notification.SerialNumber),
        ("order", notification.GoogleOrderNumber),
        ("kind", KindOf(notification)),
        ("happened", notification.Timestamp?.UtcDateTime ?? DateTime.UnixEpoch),
        ("now", now),
    ];

    private static string KindOf(Notification notification) =>
        notification is UnknownNotification unknown ? unknown.RootName[..Math.Min(unknown.RootName.Length, 100)] : notification.GetType().Name;
}

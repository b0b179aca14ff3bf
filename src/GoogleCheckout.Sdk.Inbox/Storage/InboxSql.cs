using System.Globalization;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>All SQL of the inbox but its schema, for both databases.</summary>
internal sealed class InboxSql(Dialect dialect, Tables tables)
{
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

    /// <summary>Has PostgreSQL end the transaction of a program that holds it and does nothing.</summary>
    public static Statement LimitIdleness(TimeSpan limit) =>
        new(string.Create(CultureInfo.InvariantCulture, $"SET LOCAL idle_in_transaction_session_timeout = {(int)limit.TotalMilliseconds}"));

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

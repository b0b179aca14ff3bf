using GoogleCheckout.Inbox.Storage;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Inbox.Queue;

/// <summary>Stores a notification when it comes. Workers handle it.</summary>
internal sealed class QueueInbox(InboxDatabase database, QueueSignal signal, TimeProvider time) : INotificationInbox
{
    private readonly InboxSql _sql = new(database.Dialect, database.Tables);

    public async Task<bool> HandleOnceAsync(
        Notification notification, string merchant, Func<NotificationContext, CancellationToken, Task> handle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        ArgumentNullException.ThrowIfNull(merchant);
        var payload = PayloadOf(notification);
        var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            // Not stored and not known: the order's row was there, and was pruned before it could be held.
            bool isKnown;
            do
            {
                if (await TryStoreAsync(connection, notification, merchant, payload, cancellationToken).ConfigureAwait(false))
                {
                    signal.Raise();
                    return true;
                }

                var known = await connection.ReadAsync([_sql.Find(merchant, notification.SerialNumber)], cancellationToken).ConfigureAwait(false);
                isKnown = known[0] is not null;
            }
            while (!isKnown);

            return false;
        }
    }

    private async Task<bool> TryStoreAsync(
        InboxConnection connection, Notification notification, string merchant, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await connection.BeginAsync(cancellationToken).ConfigureAwait(false);
        var rows = await connection.CommitAsync(
            _sql.AddOrder(merchant, notification.GoogleOrderNumber, now),
            _sql.AddPending(notification, merchant, payload, now)).ConfigureAwait(false);
        return rows[0] is not null;
    }

    // One that was made in code has none.
    private static ReadOnlyMemory<byte> PayloadOf(Notification notification)
    {
        if (!notification.OriginalXml.IsEmpty)
        {
            return notification.OriginalXml;
        }

        using var xml = new MemoryStream();
        CheckoutXml.Write(notification, xml);
        return xml.ToArray();
    }
}

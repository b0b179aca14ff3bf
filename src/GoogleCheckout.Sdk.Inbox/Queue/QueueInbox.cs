using GoogleCheckout.Inbox.Storage;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Inbox.Queue;

/// <summary>Stores a notification when it arrives. Workers handle it later.</summary>
internal sealed class QueueInbox(InboxDatabase database, QueueSignal signal, TimeProvider time) : INotificationInbox
{
    private readonly InboxSql _sql = database.Sql;

    public async Task<bool> HandleOnceAsync(
        Notification notification, string merchant, Func<NotificationContext, CancellationToken, Task> handle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        ArgumentNullException.ThrowIfNull(merchant);
        StorableIdentifiers.EnsureStorable(notification, merchant);
        var payload = GetPayload(notification);
        var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            // Neither stored nor known: the order's row existed, but was pruned before it could be locked. Try again.
            bool isKnown;
            do
            {
                if (await Deadlock.RetryAsync(() => TryStoreAsync(connection, notification, merchant, payload, cancellationToken)).ConfigureAwait(false))
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
        var rows = await connection.CommitAsync(_sql.Store(notification, merchant, payload, now)).ConfigureAwait(false);
        return rows[0] is not null;
    }

    // A notification that was created in code has no original XML.
    private static ReadOnlyMemory<byte> GetPayload(Notification notification)
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

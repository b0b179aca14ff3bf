using GoogleCheckout.Inbox.Handlers;
using GoogleCheckout.Inbox.Storage;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Inbox.Inline;

/// <summary>Handles a notification when it arrives, in the transaction that records it.</summary>
internal sealed class InlineInbox(InboxDatabase database, HandlerRunner runner, NotificationInboxOptions options, TimeProvider time) : INotificationInbox
{
    private readonly InboxSql _sql = database.Sql;

    public async Task<bool> HandleOnceAsync(
        Notification notification, string merchant, Func<NotificationContext, CancellationToken, Task> handle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        ArgumentNullException.ThrowIfNull(merchant);
        ArgumentNullException.ThrowIfNull(handle);
        StorableIdentifiers.EnsureStorable(notification, merchant);
        var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            if (!await Deadlock.RetryAsync(() => TryRecordAsync(connection, notification, merchant, cancellationToken)).ConfigureAwait(false))
            {
                return false;
            }

            using var limit = runner.StartLimit(cancellationToken);
            await runner.RunAsync(connection, notification, new NotificationContext(notification, merchant, connection.Transaction), handle, limit).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            await connection.CommitAsync().ConfigureAwait(false);
            return true;
        }
    }

    // A second transaction waits here: for the order's row, so that two notifications of an order are never handled concurrently, or for the key.
    private async Task<bool> TryRecordAsync(InboxConnection connection, Notification notification, string merchant, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await connection.BeginAsync(cancellationToken).ConfigureAwait(false);
        var rows = await connection.ReadAsync(
            [
                .. database.Dialect.PrepareForHandler(options.HandlerTimeout),
                _sql.LockOrder(merchant, notification.GoogleOrderNumber, now),
                _sql.AddHandled(notification, merchant, now),
            ],
            cancellationToken).ConfigureAwait(false);
        if (rows[^1] is not [var transactionId])
        {
            return false;
        }

        connection.TrackTransaction(transactionId);
        return true;
    }
}

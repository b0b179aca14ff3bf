using GoogleCheckout.Inbox.Diagnostics;
using GoogleCheckout.Inbox.Storage;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox.Queue;

/// <summary>
/// Handles stored notifications, one at a time. A worker counts and commits an attempt first, so that a notification that
/// crashes the program still becomes a dead letter. It then locks the order's row in the transaction of the handler, so that
/// no other worker handles the order concurrently, and the database releases the lock if the worker is lost.
/// </summary>
internal sealed class QueueWorker(
    InboxDatabase database, NotificationDispatcher dispatcher, NotificationInboxOptions options, QueueSignal signal, TimeProvider time, ILogger logger)
{
    private readonly InboxSql _sql = new(database.Dialect, database.Tables);
    private readonly Backoff _backoff = new(options.RetryDelay, options.MaxRetryDelay, Random.Shared.NextDouble);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Tries to handle the first due notification.</summary>
    /// <param name="stop">Cancels the handler; the attempt is then not counted.</param>
    /// <returns>True if a notification was due; otherwise, false.</returns>
    public async Task<bool> TryNextAsync(CancellationToken stop)
    {
        if (await ClaimAsync(stop).ConfigureAwait(false) is not { } stored)
        {
            return false;
        }

        // More notifications may be due: wake an idle worker.
        signal.Raise();
        if (stored.Attempts > options.MaxAttempts)
        {
            await MoveToDeadLettersAsync(stored with { Attempts = stored.Attempts - 1 }, error: null).ConfigureAwait(false);
        }
        else if (await ReadAsync(stored).ConfigureAwait(false) is { } notification)
        {
            await AttemptAsync(stored, notification, stop).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>Finds a due notification and counts the attempt; null if none is due. An attempt beyond the maximum is not counted.</summary>
    private async Task<StoredNotification?> ClaimAsync(CancellationToken stop)
    {
        var connection = await database.OpenAsync(stop).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            Statement[] search = database.Dialect.IsSingleWriter ? [] : [InboxSql.PreferIndex];
            while (true)
            {
                await connection.BeginAsync(stop).ConfigureAwait(false);
                var rows = await connection.ReadAsync([.. search, _sql.FindDue(Now)], stop).ConfigureAwait(false);
                if (rows[0] is not { } row)
                {
                    return null;
                }

                var found = StoredNotification.Read(row);
                var claimed = found with { Attempts = found.Attempts + 1 };
                if (claimed.Attempts > options.MaxAttempts || await TryCountAsync(connection, found, claimed.Attempts).ConfigureAwait(false))
                {
                    return claimed;
                }
            }
        }
    }

    private async Task<bool> TryCountAsync(InboxConnection connection, StoredNotification found, int attempt)
    {
        var counted = await connection.CommitAsync(_sql.CountAttempt(found, Now + _backoff.GetDelay(attempt))).ConfigureAwait(false);
        return counted[0] is not null;
    }

    private async Task<Notification?> ReadAsync(StoredNotification stored)
    {
        try
        {
            return new NotificationParser(Math.Max(stored.Payload.Length, 1)).Parse(stored.Payload) as Notification
                ?? throw new InvalidDataException("The stored XML is not a notification.");
        }
        catch (Exception e) when (e is CheckoutXmlException or InvalidDataException)
        {
            await MoveToDeadLettersAsync(stored, ErrorText.FromException(e)).ConfigureAwait(false);
            return null;
        }
    }

    private async Task AttemptAsync(StoredNotification stored, Notification notification, CancellationToken stop)
    {
        using var timeout = new CancellationTokenSource(options.HandlerTimeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(stop, timeout.Token);
        try
        {
            if (await TryHandleAsync(stored, notification, linked.Token).ConfigureAwait(false))
            {
                Log.Handled(logger, notification, stored.Attempts);
            }
            else
            {
                await ReleaseAsync(stored).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await ReleaseAsync(stored).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            await FailAsync(stored, e).ConfigureAwait(false);
        }
    }

    /// <summary>Handles the notification if its order is not locked and it is still the earliest of that order.</summary>
    private async Task<bool> TryHandleAsync(StoredNotification stored, Notification notification, CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await connection.BeginAsync(cancellationToken).ConfigureAwait(false);
            Statement[] statements = [_sql.TryLockOrder(stored), _sql.FindEarliest(stored)];
            statements = database.Dialect.IsSingleWriter ? statements : [InboxSql.SetIdleTimeout(options.HandlerTimeout), .. statements];
            var rows = await connection.ReadAsync(statements, cancellationToken).ConfigureAwait(false);
            if (rows[0] is not [var transactionId] || !stored.IsCurrentAttempt(rows[1]))
            {
                return false;
            }

            var id = connection.TrackTransaction(transactionId);
            var context = new NotificationContext(notification, stored.Merchant, connection.Transaction, stored.Attempts);
            await dispatcher.DispatchAsync(notification, context, cancellationToken).ConfigureAwait(false);
            await connection.CommitAsync(_sql.MarkHandled(stored, id, Now)).ConfigureAwait(false);
            return true;
        }
    }

    private async Task FailAsync(StoredNotification stored, Exception exception)
    {
        var error = ErrorText.FromException(exception);
        if (stored.Attempts >= options.MaxAttempts)
        {
            await MoveToDeadLettersAsync(stored, error).ConfigureAwait(false);
            return;
        }

        var delay = _backoff.GetDelay(stored.Attempts);
        Log.Failed(logger, stored, stored.Attempts, exception.GetType(), delay);
        await database.ExecuteAsync(_sql.RecordFailure(stored, error, Now + delay), CancellationToken.None).ConfigureAwait(false);
    }

    private async Task MoveToDeadLettersAsync(StoredNotification stored, string? error)
    {
        if (await database.ExecuteAsync(_sql.MarkDead(stored, error, Now), CancellationToken.None).ConfigureAwait(false) > 0)
        {
            Log.Dead(logger, stored, stored.Attempts);
        }
    }

    private Task<int> ReleaseAsync(StoredNotification stored) => database.ExecuteAsync(_sql.UndoAttempt(stored, Now), CancellationToken.None);
}

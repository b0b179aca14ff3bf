using GoogleCheckout.Inbox.Diagnostics;
using GoogleCheckout.Inbox.Storage;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox.Queue;

/// <summary>
/// Handles what is stored, one notification at a time. An attempt is counted and committed first, so that a notification
/// which ends the program ends among the dead letters all the same. Then the order's row is held while the handler runs, in
/// the transaction it works in: as long as it runs nobody else is at the order, and when it is gone nothing is left behind.
/// </summary>
internal sealed class QueueWorker(
    InboxDatabase database, NotificationDispatcher dispatcher, NotificationInboxOptions options, QueueSignal signal, TimeProvider time, ILogger logger)
{
    private readonly InboxSql _sql = new(database.Dialect, database.Tables);
    private readonly Backoff _backoff = new(options.RetryDelay, options.MaxRetryDelay, Random.Shared.NextDouble);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Tries to handle the notification that is due first.</summary>
    /// <param name="stop">Stops the handler; the attempt does not count then.</param>
    /// <returns>False where there is none.</returns>
    public async Task<bool> TryNextAsync(CancellationToken stop)
    {
        if (await ClaimAsync(stop).ConfigureAwait(false) is not { } stored)
        {
            return false;
        }

        // There may be more, and others who have time.
        signal.Raise();
        if (stored.Attempts > options.MaxAttempts)
        {
            await MoveToDeadLettersAsync(stored with { Attempts = stored.Attempts - 1 }, fault: null).ConfigureAwait(false);
        }
        else if (await ReadAsync(stored).ConfigureAwait(false) is { } notification)
        {
            await AttemptAsync(stored, notification, stop).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>Finds what is due, and counts the attempt. After the last one there is none to count.</summary>
    private async Task<StoredNotification?> ClaimAsync(CancellationToken stop)
    {
        var connection = await database.OpenAsync(stop).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            Statement[] search = database.Dialect.IsSingleWriter ? [] : [InboxSql.FollowIndex];
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
                ?? throw new InvalidDataException("What is stored is no notification.");
        }
        catch (Exception e) when (e is CheckoutXmlException or InvalidDataException)
        {
            await MoveToDeadLettersAsync(stored, ErrorText.Of(e)).ConfigureAwait(false);
            return null;
        }
    }

    private async Task AttemptAsync(StoredNotification stored, Notification notification, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(options.HandlerTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        try
        {
            if (await TryHandleAsync(stored, notification, either.Token).ConfigureAwait(false))
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

    /// <summary>Handles it, if the order is free and it still is the earliest of that order.</summary>
    private async Task<bool> TryHandleAsync(StoredNotification stored, Notification notification, CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await connection.BeginAsync(cancellationToken).ConfigureAwait(false);
            Statement[] statements = [_sql.TakeOrder(stored), _sql.FindEarliest(stored)];
            statements = database.Dialect.IsSingleWriter ? statements : [InboxSql.LimitIdleness(options.HandlerTimeout), .. statements];
            var rows = await connection.ReadAsync(statements, cancellationToken).ConfigureAwait(false);
            if (rows[0] is not [var transactionId] || !stored.IsNamedBy(rows[1]))
            {
                return false;
            }

            var id = connection.Remember(transactionId);
            var context = new NotificationContext(notification, stored.Merchant, connection.Transaction, stored.Attempts);
            await dispatcher.DispatchAsync(notification, context, cancellationToken).ConfigureAwait(false);
            await connection.CommitAsync(_sql.EndHandled(stored, id, Now)).ConfigureAwait(false);
            return true;
        }
    }

    private async Task FailAsync(StoredNotification stored, Exception exception)
    {
        var fault = ErrorText.Of(exception);
        if (stored.Attempts >= options.MaxAttempts)
        {
            await MoveToDeadLettersAsync(stored, fault).ConfigureAwait(false);
            return;
        }

        var wait = _backoff.GetDelay(stored.Attempts);
        Log.Failed(logger, stored, stored.Attempts, exception.GetType(), wait);
        await database.ExecuteAsync(_sql.EndFailed(stored, fault, Now + wait), CancellationToken.None).ConfigureAwait(false);
    }

    private async Task MoveToDeadLettersAsync(StoredNotification stored, string? fault)
    {
        if (await database.ExecuteAsync(_sql.EndDead(stored, fault, Now), CancellationToken.None).ConfigureAwait(false) > 0)
        {
            Log.Dead(logger, stored, stored.Attempts);
        }
    }

    private Task<int> ReleaseAsync(StoredNotification stored) => database.ExecuteAsync(_sql.GiveBack(stored, Now), CancellationToken.None);
}

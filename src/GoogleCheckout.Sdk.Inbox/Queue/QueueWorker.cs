using System.Runtime.ExceptionServices;
using GoogleCheckout.Inbox.Diagnostics;
using GoogleCheckout.Inbox.Handlers;
using GoogleCheckout.Inbox.Storage;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox.Queue;

/// <summary>
/// Handles stored notifications, one at a time. A worker counts and commits an attempt first, so that a notification that
/// crashes the program still becomes a dead letter. On the same connection, it then locks the order's row in the transaction of
/// the handler, so that no other worker handles the order concurrently, and the database releases the lock if the worker is lost.
/// </summary>
internal sealed class QueueWorker(
    InboxDatabase database, NotificationDispatcher dispatcher, HandlerRunner runner, NotificationInboxOptions options, QueueSignal signal, TimeProvider time, ILogger logger)
{
    // The time to lock the order after the attempt was counted: until then, nothing else keeps other workers from the notification.
    private static readonly TimeSpan MinClaim = TimeSpan.FromSeconds(2);

    private readonly InboxSql _sql = database.Sql;
    private readonly Backoff _backoff = new(options.RetryDelay, options.MaxRetryDelay, Random.Shared.NextDouble);

    private enum Outcome
    {
        Handled,

        /// <summary>The handler was not called, or was canceled because the program stops.</summary>
        NotMade,

        Failed,

        /// <summary>No attempt is left, or none can succeed.</summary>
        Dead,
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Tries to handle the first due notification.</summary>
    /// <param name="stop">Cancels the handler; the attempt is then not counted.</param>
    /// <returns>True if a notification was due; otherwise, false.</returns>
    public async Task<bool> TryNextAsync(CancellationToken stop)
    {
        StoredNotification? stored;
        Attempt attempt;
        var connection = await database.OpenAsync(stop).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            stored = await Deadlock.RetryAsync(() => ClaimAsync(connection, stop)).ConfigureAwait(false);
            if (stored is null)
            {
                return false;
            }

            // More notifications may be due: wake an idle worker.
            signal.Raise();
            attempt = await AttemptAsync(connection, stored, stop).ConfigureAwait(false);
        }

        // On another connection: the handler may have lost this one, or may still use it.
        await RecordAsync(stored, attempt).ConfigureAwait(false);
        return true;
    }

    /// <summary>Finds a due notification and counts the attempt; null if none is due. An attempt beyond the maximum is not counted.</summary>
    private async Task<StoredNotification?> ClaimAsync(InboxConnection connection, CancellationToken stop)
    {
        while (true)
        {
            await connection.BeginAsync(stop).ConfigureAwait(false);
            if (await FindDueAsync(connection, stop).ConfigureAwait(false) is not { } found)
            {
                return null;
            }

            var claimed = found with { Attempts = found.Attempts + 1 };
            if (runner.IsStillRunning(found.Merchant, found.SerialNumber))
            {
                await connection.CommitAsync(_sql.Postpone(found, Now + options.HandlerTimeout)).ConfigureAwait(false);
                Log.StillRunning(logger, found, options.HandlerTimeout);
            }
            else if (claimed.Attempts > options.MaxAttempts || await TryCountAsync(connection, found, claimed.Attempts).ConfigureAwait(false))
            {
                return claimed;
            }
        }
    }

    private async Task<StoredNotification?> FindDueAsync(InboxConnection connection, CancellationToken stop)
    {
        foreach (var search in _sql.FindDue(Now))
        {
            var rows = await connection.ReadAsync([.. database.Dialect.SearchSettings, search], stop).ConfigureAwait(false);
            if (rows[0] is { } row)
            {
                return StoredNotification.Read(row);
            }
        }

        return null;
    }

    private async Task<bool> TryCountAsync(InboxConnection connection, StoredNotification found, int attempt)
    {
        var delay = _backoff.GetDelay(attempt);
        var counted = await connection.CommitAsync(_sql.CountAttempt(found, Now + (delay > MinClaim ? delay : MinClaim))).ConfigureAwait(false);
        return counted[0] is not null;
    }

    private async Task<Attempt> AttemptAsync(InboxConnection connection, StoredNotification stored, CancellationToken stop)
    {
        if (stored.Attempts > options.MaxAttempts)
        {
            return new Attempt(Outcome.Dead);
        }

        Notification notification;
        try
        {
            notification = Parse(stored);
        }
        catch (Exception e) when (e is CheckoutXmlException or InvalidDataException)
        {
            return new Attempt(Outcome.Dead, e);
        }

        using var limit = runner.StartLimit(stop);
        try
        {
            if (!await TryLockAsync(connection, stored, stop).ConfigureAwait(false))
            {
                return new Attempt(Outcome.NotMade);
            }
        }
        catch (Exception e)
        {
            return new Attempt(Outcome.NotMade, e);
        }

        return await HandleAsync(connection, stored, notification, limit).ConfigureAwait(false);
    }

    private static Notification Parse(StoredNotification stored) =>
        new NotificationParser(Math.Max(stored.Payload.Length, 1)).Parse(stored.Payload) as Notification
        ?? throw new InvalidDataException("The stored XML is not a notification.");

    /// <summary>Begins the handler's transaction and locks the order; false if another transaction has locked it, or the notification is no longer its earliest.</summary>
    private async Task<bool> TryLockAsync(InboxConnection connection, StoredNotification stored, CancellationToken cancellationToken)
    {
        await connection.BeginAsync(cancellationToken).ConfigureAwait(false);
        var prepare = database.Dialect.PrepareForHandler(options.HandlerTimeout);
        var rows = await connection.ReadAsync([.. prepare, _sql.TryLockOrder(stored), _sql.FindEarliest(stored)], cancellationToken).ConfigureAwait(false);
        if (rows[0] is not [var transactionId] || !stored.IsCurrentAttempt(rows[1]))
        {
            return false;
        }

        connection.TrackTransaction(transactionId);
        return true;
    }

    private async Task<Attempt> HandleAsync(InboxConnection connection, StoredNotification stored, Notification notification, HandlerLimit limit)
    {
        try
        {
            var context = new NotificationContext(notification, stored.Merchant, connection.Transaction, stored.Attempts);
            await runner.RunAsync(connection, notification, context, (given, token) => dispatcher.DispatchAsync(notification, given, token), limit).ConfigureAwait(false);
            await connection.CommitAsync(_sql.MarkHandled(stored, connection.TransactionId!.Value, Now)).ConfigureAwait(false);
            Log.Handled(logger, notification, stored.Attempts);
            return new Attempt(Outcome.Handled);
        }
        catch (OperationCanceledException) when (limit.Caller.IsCancellationRequested)
        {
            return new Attempt(Outcome.NotMade);
        }
        catch (Exception e)
        {
            return new Attempt(Outcome.Failed, e);
        }
    }

    private async Task RecordAsync(StoredNotification stored, Attempt attempt)
    {
        switch (attempt.Outcome)
        {
            case Outcome.Dead:
                var made = Math.Min(stored.Attempts, options.MaxAttempts);
                await MoveToDeadLettersAsync(stored with { Attempts = made }, attempt.Error).ConfigureAwait(false);
                break;
            case Outcome.Failed:
                await FailAsync(stored, attempt.Error!).ConfigureAwait(false);
                break;
            case Outcome.NotMade:
                await database.ExecuteAsync(_sql.UndoAttempt(stored, Now), CancellationToken.None).ConfigureAwait(false);

                // The database failed, not the notification.
                if (attempt.Error is { } error)
                {
                    ExceptionDispatchInfo.Throw(error);
                }

                break;
        }
    }

    private async Task FailAsync(StoredNotification stored, Exception exception)
    {
        if (stored.Attempts >= options.MaxAttempts)
        {
            await MoveToDeadLettersAsync(stored, exception).ConfigureAwait(false);
            return;
        }

        var delay = _backoff.GetDelay(stored.Attempts);
        Log.Failed(logger, stored, stored.Attempts, exception.GetType(), delay);
        await database.ExecuteAsync(_sql.RecordFailure(stored, ErrorText.FromException(exception), Now + delay), CancellationToken.None).ConfigureAwait(false);
    }

    private async Task MoveToDeadLettersAsync(StoredNotification stored, Exception? exception)
    {
        var error = exception is null ? null : ErrorText.FromException(exception);
        if (await database.ExecuteAsync(_sql.MarkDead(stored, error, Now), CancellationToken.None).ConfigureAwait(false) > 0)
        {
            Log.Dead(logger, stored, stored.Attempts);
        }
    }

    /// <summary>The end of an attempt, with the exception that ended it.</summary>
    private sealed record Attempt(Outcome Outcome, Exception? Error = null);
}

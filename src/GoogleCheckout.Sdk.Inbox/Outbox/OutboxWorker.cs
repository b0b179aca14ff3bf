using GoogleCheckout.Inbox.Queue;
using GoogleCheckout.Inbox.Storage;
using GoogleCheckout.Orders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Outbox;

/// <summary>
/// Executes due commands. On PostgreSQL, MariaDB and MySQL, a transaction locks the row of the order until the outcome is handled. On SQLite, which has
/// no row locks, the command is not due for other workers until the attempt's maximum time has passed.
/// </summary>
internal sealed class OutboxWorker(
    InboxDatabase database, IServiceProvider services, CheckoutOutboxOptions options, Func<string, OutboxMerchant> findMerchant, TimeProvider time, ILogger logger)
{
    // How long after the claim the lock is taken, at the latest; and the minimum until the attempt after a crash.
    private static readonly TimeSpan MinClaim = TimeSpan.FromSeconds(5);

    // The time until an attempt whose time is over has ended.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private readonly OutboxSql _sql = OutboxSql.For(database);
    private readonly Backoff _backoff = new(options.RetryDelay, options.MaxRetryDelay, Random.Shared.NextDouble);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private bool HasRowLocks => !database.Dialect.IsSingleWriter;

    /// <summary>Tries to execute the first due command.</summary>
    /// <param name="stop">Cancels the attempt, which is then made again later.</param>
    /// <returns>True if a command was due; otherwise, false.</returns>
    public async Task<bool> TryNextAsync(CancellationToken stop)
    {
        var connection = await database.OpenAsync(stop).ConfigureAwait(false);
        Claim? claim;
        await using (connection.ConfigureAwait(false))
        {
            claim = await Deadlock.RetryAsync(() => ClaimAsync(connection, stop)).ConfigureAwait(false);
            if (claim is null)
            {
                return false;
            }

            if (HasRowLocks)
            {
                await AttemptAsync(claim, connection, stop).ConfigureAwait(false);
                return true;
            }
        }

        await AttemptAsync(claim, connection: null, stop).ConfigureAwait(false);
        return true;
    }

    private async Task<Claim?> ClaimAsync(InboxConnection connection, CancellationToken stop)
    {
        while (true)
        {
            await connection.BeginAsync(stop).ConfigureAwait(false);
            if (await FindDueAsync(connection, stop).ConfigureAwait(false) is not { } row)
            {
                return null;
            }

            var found = StoredCommand.Read(row);
            var delay = _backoff.GetDelay(found.Attempts + 1);
            var duration = HasRowLocks ? MinClaim : options.AttemptTimeout + Grace;

            // The attempt begins with this look-up. It changes nothing, so it goes on while the attempt is counted.
            var lookUp = _sql.FindsLocked && found is { OrderIsUnsettled: false, WasExecuted: false } && found.Attempts < options.MaxAttempts ? LookUpAsync(found, stop) : null;
            if (await TryCountAsync(_sql.CountAttempt(found, Now + (delay > duration ? delay : duration)), connection, transactionId: row[^1]).ConfigureAwait(false))
            {
                return new Claim(found with { Attempts = found.Attempts + 1 }, lookUp);
            }
        }
    }

    private async Task<IReadOnlyList<OrderSummary>> LookUpAsync(StoredCommand found, CancellationToken stop) =>
        await findMerchant(found.Merchant).Client.GetOrderSummariesAsync([found.OrderNumber], stop).ConfigureAwait(false);

    /// <summary>Counts an attempt, and commits it before anything else changes. If the search has locked the order, it stays locked.</summary>
    private async Task<bool> TryCountAsync(Statement count, InboxConnection connection, object transactionId)
    {
        if (!_sql.FindsLocked)
        {
            return (await connection.CommitAsync(count).ConfigureAwait(false))[0] is not null;
        }

        connection.TrackTransaction(transactionId);
        return await database.ExecuteAsync(count, CancellationToken.None).ConfigureAwait(false) > 0;
    }

    private async Task<object[]?> FindDueAsync(InboxConnection connection, CancellationToken stop)
    {
        var dialect = database.Dialect;
        var prepare = _sql.FindsLocked ? dialect.PrepareForHandler(options.AttemptTimeout + Grace) : [];
        foreach (var search in _sql.FindDue(Now))
        {
            var rows = await connection.ReadAsync([.. prepare, .. dialect.SearchSettings, search, .. dialect.SearchEnd], stop).ConfigureAwait(false);
            if (rows[0] is { } row)
            {
                return row;
            }
        }

        return null;
    }

    private async Task AttemptAsync(Claim claim, InboxConnection? connection, CancellationToken stop)
    {
        var stored = claim.Command;
        if (stored.Attempts > options.MaxAttempts)
        {
            await MoveToDeadLettersAsync(stored, exception: null).ConfigureAwait(false);
            return;
        }

        var begun = time.GetTimestamp();
        string outcome;
        using var limit = new CancellationTokenSource(options.AttemptTimeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        try
        {
            if (connection is not null && !_sql.FindsLocked && !await TryLockAsync(stored, connection, stop).ConfigureAwait(false))
            {
                await database.ExecuteAsync(_sql.UndoAttempt(stored, Now), CancellationToken.None).ConfigureAwait(false);
                return;
            }

            var result = await ExecuteAsync(claim, connection, linked.Token).ConfigureAwait(false);
            outcome = await RecordAsync(stored, result, connection, linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // A command that may have been sent is marked as such, so the next attempt looks up the order first.
            await RollBackAsync(connection).ConfigureAwait(false);
            await database.ExecuteAsync(_sql.UndoAttempt(stored, Now), CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        catch (Exception e)
        {
            await RollBackAsync(connection).ConfigureAwait(false);
            outcome = await FailAsync(stored, e).ConfigureAwait(false);
        }

        OutboxMetrics.RecordAttempt(stored, outcome, time.GetElapsedTime(begun));
    }

    /// <summary>Releases the row of the command, which is updated on another connection next.</summary>
    private static async Task RollBackAsync(InboxConnection? connection)
    {
        try
        {
            await (connection?.Transaction?.RollbackAsync() ?? Task.CompletedTask).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The connection was lost, or the handler ended the transaction. MySqlConnector throws some exceptions of the socket as they are.
        }
    }

    private async Task<bool> TryLockAsync(StoredCommand stored, InboxConnection connection, CancellationToken stop)
    {
        await connection.BeginAsync(stop).ConfigureAwait(false);
        var rows = await connection.ReadAsync([.. database.Dialect.PrepareForHandler(options.AttemptTimeout + Grace), _sql.TryLockOrder(stored), _sql.FindFirst(stored)], stop).ConfigureAwait(false);
        if (rows[0] is not [var transactionId] || !stored.IsCurrentAttempt(rows[1]))
        {
            return false;
        }

        connection.TrackTransaction(transactionId);
        return true;
    }

    private async Task<AttemptResult> ExecuteAsync(Claim claim, InboxConnection? connection, CancellationToken cancellationToken)
    {
        Func<CancellationToken, Task> ensureLocked = connection is null ? _ => Task.CompletedTask : token => connection.ReadAsync([OutboxSql.Ping], token);
        using var attempt = new CommandAttempt(claim.Command, claim.LookUp, database, findMerchant(claim.Command.Merchant), ensureLocked, time);
        return await attempt.ExecuteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <returns>The outcome of the attempt for the metrics, as that of <see cref="FailAsync"/>.</returns>
    private async Task<string> RecordAsync(StoredCommand stored, AttemptResult result, InboxConnection? connection, CancellationToken cancellationToken)
    {
        switch (result.Next)
        {
            case AttemptResult.Step.End when connection is not null:
                await EndAsync(stored, result, connection, cancellationToken).ConfigureAwait(false);
                break;
            case AttemptResult.Step.End:
                var own = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
                await using (own.ConfigureAwait(false))
                {
                    await own.BeginAsync(cancellationToken).ConfigureAwait(false);
                    await EndAsync(stored, result, own, cancellationToken).ConfigureAwait(false);
                }

                break;
            case AttemptResult.Step.Postpone:
                await database.ExecuteAsync(_sql.Resolve(stored), CancellationToken.None).ConfigureAwait(false);
                await database.ExecuteAsync(_sql.Postpone(stored, result.Reason!, Now + options.PostponeDelay), CancellationToken.None).ConfigureAwait(false);
                OutboxLog.Postponed(logger, stored, result.Reason!);
                return "postponed";
            default:
                return await FailAsync(stored, result.Error!).ConfigureAwait(false);
        }

        return result.Failure == CommandFailure.None ? "done" : "failed";
    }

    /// <summary>Handles the outcome and commits it.</summary>
    private async Task EndAsync(StoredCommand stored, AttemptResult result, InboxConnection connection, CancellationToken cancellationToken)
    {
        var ended = await connection.ReadAsync([_sql.End(stored, result.Failure == CommandFailure.None, result.Reason, Now)], cancellationToken).ConfigureAwait(false);
        if (ended[0] is null)
        {
            throw new InvalidOperationException($"Another worker has taken {stored}, so its outcome is not recorded by this one.");
        }

        var scope = services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var command = stored.Command;
            await CommandKinds.Get(command).HandleAsync(scope.ServiceProvider, stored, command, result, connection.Transaction!, cancellationToken).ConfigureAwait(false);
        }

        await connection.CommitAsync(stored.OrderIsUnsettled ? [_sql.Resolve(stored)] : []).ConfigureAwait(false);
        OutboxLog.Ended(logger, stored, stored.Attempts, result.Failure);
    }

    private async Task<string> FailAsync(StoredCommand stored, Exception exception)
    {
        if (stored.Attempts >= options.MaxAttempts)
        {
            await MoveToDeadLettersAsync(stored, exception).ConfigureAwait(false);
            return "dead";
        }

        var delay = _backoff.GetDelay(stored.Attempts);
        await database.ExecuteAsync(_sql.RecordFailure(stored, ErrorText.FromException(exception), Now + delay), CancellationToken.None).ConfigureAwait(false);
        OutboxLog.Failed(logger, stored, stored.Attempts, exception.GetType(), delay);
        return "retried";
    }

    private async Task MoveToDeadLettersAsync(StoredCommand stored, Exception? exception)
    {
        if (await database.ExecuteAsync(_sql.MarkDead(stored, exception is null ? null : ErrorText.FromException(exception), Now), CancellationToken.None).ConfigureAwait(false) > 0)
        {
            OutboxLog.Dead(logger, stored, Math.Min(stored.Attempts, options.MaxAttempts));
        }
    }

    /// <summary>A command that this worker has taken.</summary>
    /// <param name="Command">The command, with this attempt counted.</param>
    /// <param name="LookUp">The look-up of its order that is under way; null if there is none.</param>
    private sealed record Claim(StoredCommand Command, Task<IReadOnlyList<OrderSummary>>? LookUp);
}

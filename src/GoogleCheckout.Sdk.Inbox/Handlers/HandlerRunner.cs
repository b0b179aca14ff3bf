using System.Collections.Concurrent;
using GoogleCheckout.Inbox.Diagnostics;
using GoogleCheckout.Inbox.Storage;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox.Handlers;

/// <summary>
/// Runs handlers in the inbox's transactions, and does not wait for one that ignores its cancellation token: it ends the connection
/// of that handler, so that its changes are rolled back and it can make no others. Until such a handler ends by itself, its
/// notification is not handled again in this process.
/// </summary>
internal sealed class HandlerRunner(InboxDatabase database, NotificationInboxOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>How long a handler may take to end after its token is canceled.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<(string Merchant, string SerialNumber), bool> _abandoned = new();

    /// <summary>Starts the maximum run time of a handler.</summary>
    public HandlerLimit StartLimit(CancellationToken caller) => new(options.HandlerTimeout, time, caller);

    /// <summary>Returns whether a handler that was given up still handles the notification in this process.</summary>
    public bool IsStillRunning(string merchant, string serialNumber) => _abandoned.ContainsKey((merchant, serialNumber));

    /// <summary>Runs a handler, unless one that was given up still handles the same notification. Exceptions of the handler are not caught.</summary>
    /// <exception cref="TimeoutException">The handler did not end within its maximum run time.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was canceled, and the handler did not end or ended for that reason.</exception>
    /// <exception cref="InvalidOperationException">The handler of an earlier attempt still runs.</exception>
    public async Task RunAsync(
        InboxConnection connection, Notification notification, NotificationContext context, Func<NotificationContext, CancellationToken, Task> handle, HandlerLimit limit)
    {
        if (IsStillRunning(context.Merchant, context.SerialNumber))
        {
            throw new InvalidOperationException(
                $"An earlier attempt to handle {notification} still runs in this process and ignores its cancellation token, so the notification is not handled again yet. Pass the token to everything that the handler waits for, and restart the program if the handler does not end.");
        }

        // A handler that blocks its thread must not block the caller.
        var handler = Task.Run(() => handle(context, limit.Token), CancellationToken.None);
        await Task.WhenAny(handler, WaitForGraceAsync(limit.Token)).ConfigureAwait(false);
        if (!handler.IsCompleted)
        {
            await AbandonAsync(handler, connection, notification, context.Merchant).ConfigureAwait(false);
            limit.Caller.ThrowIfCancellationRequested();
            throw new TimeoutException(
                $"The handler did not end within {nameof(options.HandlerTimeout)} ({limit.Timeout}), although its cancellation token was canceled. Its transaction is rolled back. Pass the token to everything that the handler waits for, or increase {nameof(NotificationInboxOptions)}.{nameof(options.HandlerTimeout)}.");
        }

        try
        {
            await handler.ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (limit.Token.IsCancellationRequested && !limit.Caller.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"The handler was canceled after {nameof(options.HandlerTimeout)} ({limit.Timeout}). If it needs longer, increase {nameof(NotificationInboxOptions)}.{nameof(options.HandlerTimeout)}.", e);
        }
    }

    private async Task WaitForGraceAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.Delay(Grace, time, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task AbandonAsync(Task handler, InboxConnection connection, Notification notification, string merchant)
    {
        var key = (merchant, notification.SerialNumber);
        _abandoned[key] = true;
        Log.Abandoned(logger, notification);
        _ = handler.ContinueWith(
            ended =>
            {
                _abandoned.TryRemove(key, out _);
                Log.AbandonedEnded(logger, notification, ended.Exception?.InnerException?.GetType());
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);

        // A connection that a blocked handler uses at this moment may close later. On SQLite, the next one is opened after that.
        connection.Abandon();
        var ending = Task.Run(() => EndAsync(connection), CancellationToken.None);
        await Task.WhenAny(ending, Task.Delay(Grace, time, CancellationToken.None)).ConfigureAwait(false);
    }

    private async Task EndAsync(InboxConnection connection)
    {
        try
        {
            await database.EndSessionAsync(connection).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Log.SessionNotEnded(logger, e);
        }

        try
        {
            await connection.CloseAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The database has ended the session. MySqlConnector throws some exceptions of the socket as they are.
        }
    }
}

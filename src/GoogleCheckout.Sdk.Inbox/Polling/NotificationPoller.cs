using System.Net;
using GoogleCheckout.Inbox.Diagnostics;
using GoogleCheckout.Inbox.Options;
using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>Polls a merchant's notifications in rounds. Each round continues at the stored cursor and reads to the end.</summary>
internal sealed class NotificationPoller(
    string merchant, INotificationPollingSource source, NotificationReceiver receiver, PollingCursors cursors, NotificationPollingOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>The number of orders with a failed notification that ends a round: the cause is then likely a general failure, not a single notification.</summary>
    public const int MaxFailedOrders = 50;

    private const int RenewalsEachInterval = 4;

    /// <summary>Returns the time until the next round is due; zero or less if it is due. Another node may be polling, or have polled in the meantime.</summary>
    public async Task<TimeSpan> GetTimeUntilDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var stored = await cursors.ReadAsync(cancellationToken).ConfigureAwait(false);
        return stored is { PolledAt: var polledAt } && polledAt <= now ? polledAt + options.Interval - now : TimeSpan.Zero;
    }

    /// <summary>
    /// Polls and handles all available notifications. The cursor advances until a notification fails. Later notifications are
    /// still handled, except those of the same order; the next round reads them again, and the inbox recognizes them. A notification
    /// that cannot be read is reported and does not stop the cursor: the next round could not read it either.
    /// </summary>
    /// <param name="stop">Ends the round before the next notification.</param>
    /// <param name="abandon">Cancels the running handler.</param>
    /// <exception cref="CheckoutException">The service did not respond, or rejected the request.</exception>
    public async Task<PollingRound> PollAsync(CancellationToken stop, CancellationToken abandon)
    {
        var start = (await cursors.ReadAsync(stop).ConfigureAwait(false))?.Cursor ?? new PollingCursor(time.GetUtcNow() - options.LookBack);
        var round = new PollingRound(start);
        await StoreAsync(round, stop).ConfigureAwait(false);
        try
        {
            await PollAsync(round, stop, abandon).ConfigureAwait(false);
        }
        catch (CheckoutApiException e) when (start.Token is not null && round is { Handled: 0, Duplicates: 0, Unreadable: 0, NotHandled: 0 } && IsTokenRejection(e))
        {
            round.Cursor = new PollingCursor(start.Reached - ServiceLimits.Overlap);
            PollingLog.TokenRefused(logger, PollingLog.NameOf(merchant), e.ErrorMessage, round.Cursor.Reached);
            await StoreAsync(round, stop).ConfigureAwait(false);
            await PollAsync(round, stop, abandon).ConfigureAwait(false);
        }

        return round;
    }

    private async Task PollAsync(PollingRound round, CancellationToken stop, CancellationToken abandon)
    {
        await foreach (var page in source.ReadPagesAsync(round.Cursor, stop).ConfigureAwait(false))
        {
            foreach (var notification in page.Notifications)
            {
                stop.ThrowIfCancellationRequested();
                await KeepOthersAwayAsync(round, abandon).ConfigureAwait(false);
                await HandleAsync(notification, round, abandon).ConfigureAwait(false);
            }

            foreach (var unreadable in page.Unreadable)
            {
                stop.ThrowIfCancellationRequested();
                await KeepOthersAwayAsync(round, abandon).ConfigureAwait(false);
                await ReportAsync(unreadable, round, abandon).ConfigureAwait(false);
            }

            if (round.IsComplete)
            {
                round.Cursor = page.Next;
                await StoreAsync(round, abandon).ConfigureAwait(false);
            }
            else if (round.FailedOrders >= MaxFailedOrders)
            {
                return;
            }
            else
            {
                await KeepOthersAwayAsync(round, abandon).ConfigureAwait(false);
            }
        }
    }

    // A round may take longer than the interval. The time that it stored must then be recent, or every other node joins it.
    private Task KeepOthersAwayAsync(PollingRound round, CancellationToken cancellationToken) =>
        time.GetUtcNow() - round.StoredAt >= options.Interval / RenewalsEachInterval ? StoreAsync(round, cancellationToken) : Task.CompletedTask;

    private Task StoreAsync(PollingRound round, CancellationToken cancellationToken)
    {
        round.StoredAt = time.GetUtcNow();
        return cursors.WriteAsync(round.StoredAt, round.Cursor, cancellationToken);
    }

    private async Task HandleAsync(Notification notification, PollingRound round, CancellationToken abandon)
    {
        if (round.TrySkip(notification.GoogleOrderNumber))
        {
            return;
        }

        try
        {
            if (await receiver.ReceiveAsync(notification, merchant, abandon).ConfigureAwait(false))
            {
                round.Handled++;
            }
            else
            {
                round.Duplicates++;
            }
        }
        catch (Exception e) when (!abandon.IsCancellationRequested)
        {
            round.Fail(notification.GoogleOrderNumber);
            PollingLog.HandlerFailed(logger, notification, e);
        }
    }

    // The inbox does not record it: if it arrives as a callback that can be read, it is handled.
    private async Task ReportAsync(UnreadableNotification unreadable, PollingRound round, CancellationToken abandon)
    {
        PollingLog.Unreadable(logger, PollingLog.NameOf(merchant), unreadable, unreadable.Error.Message);
        try
        {
            await (options.OnUnreadable?.Invoke(unreadable, abandon) ?? Task.CompletedTask).ConfigureAwait(false);
            round.Unreadable++;
        }
        catch (Exception e) when (!abandon.IsCancellationRequested)
        {
            round.Fail(unreadable.GoogleOrderNumber ?? string.Empty);
            PollingLog.OnUnreadableFailed(logger, PollingLog.NameOf(merchant), unreadable, e);
        }
    }

    // The service's error texts for this case are not documented. With wrong credentials, it would reject a new token, too.
    private static bool IsTokenRejection(CheckoutApiException error) =>
        !error.IsTransient && error.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
}

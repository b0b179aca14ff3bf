using System.Net;
using GoogleCheckout.Inbox.Diagnostics;
using GoogleCheckout.Inbox.Options;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>Goes through a merchant's notifications from where it left off to the end, a round at a time.</summary>
internal sealed class NotificationPoller(
    string merchant, INotificationPollingSource pull, NotificationReceiver receiver, PollingCursors positions, NotificationPollingOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>So many orders with a failure end a round: it is not the notifications then, but the shop.</summary>
    public const int MaxFailedOrders = 50;

    /// <summary>How long until a round is due; zero or less where it is. Another node may have begun one since.</summary>
    public async Task<TimeSpan> DueInAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var kept = await positions.ReadAsync(cancellationToken).ConfigureAwait(false);
        return kept is { Begun: var begun } && begun <= now ? begun + options.Interval - now : TimeSpan.Zero;
    }

    /// <summary>
    /// Has all notifications handled that there are. The position goes on as long as none has failed; those after one that has
    /// are handled too, except of the same order, and in the next round the inbox knows them.
    /// </summary>
    /// <param name="stop">Ends it before the next notification.</param>
    /// <param name="abandon">Cancels the handler that runs.</param>
    /// <exception cref="CheckoutException">The service did not answer, or refused.</exception>
    public async Task<PollingRound> PullAsync(CancellationToken stop, CancellationToken abandon)
    {
        var begun = time.GetUtcNow();
        var position = (await positions.ReadAsync(stop).ConfigureAwait(false))?.Position ?? new PollingCursor(begun - options.LookBack);
        await positions.WriteAsync(begun, position, stop).ConfigureAwait(false);
        var round = new PollingRound();
        try
        {
            await PullAsync(position, begun, round, stop, abandon).ConfigureAwait(false);
        }
        catch (CheckoutApiException e) when (position.Token is not null && round is { Handled: 0, Duplicates: 0, NotHandled: 0 } && RefusesToken(e))
        {
            position = new PollingCursor(position.Reached - ServiceLimits.Overlap);
            PollingLog.TokenRefused(logger, merchant, e.ErrorMessage, position.Reached);
            await positions.WriteAsync(begun, position, stop).ConfigureAwait(false);
            await PullAsync(position, begun, round, stop, abandon).ConfigureAwait(false);
        }

        return round;
    }

    private async Task PullAsync(PollingCursor start, DateTimeOffset begun, PollingRound round, CancellationToken stop, CancellationToken abandon)
    {
        await foreach (var pulled in pull.PullAsync(start, stop).ConfigureAwait(false))
        {
            foreach (var notification in pulled.Notifications)
            {
                stop.ThrowIfCancellationRequested();
                await HandleAsync(notification, round, abandon).ConfigureAwait(false);
            }

            if (round.IsComplete)
            {
                await positions.WriteAsync(begun, pulled.Next, abandon).ConfigureAwait(false);
            }
            else if (round.FailedOrders >= MaxFailedOrders)
            {
                return;
            }
        }
    }

    private async Task HandleAsync(Notification notification, PollingRound round, CancellationToken abandon)
    {
        if (round.Waits(notification.GoogleOrderNumber))
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

    // The service says no in words that nobody wrote down. Wrong credentials would refuse a new token too.
    private static bool RefusesToken(CheckoutApiException refusal) =>
        !refusal.IsTransient && refusal.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
}

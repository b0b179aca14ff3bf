using System.Net;
using GoogleCheckout.Inbox.Diagnostics;
using GoogleCheckout.Inbox.Options;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>Polls a merchant's notifications in rounds. Each round continues at the stored cursor and reads to the end.</summary>
internal sealed class NotificationPoller(
    string merchant, INotificationPollingSource source, NotificationReceiver receiver, PollingCursors cursors, NotificationPollingOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>The number of orders with a failed notification that ends a round: the cause is then likely a general failure, not a single notification.</summary>
    public const int MaxFailedOrders = 50;

    /// <summary>Returns the time until the next round is due; zero or less if it is due. Another node may have started a round in the meantime.</summary>
    public async Task<TimeSpan> GetTimeUntilDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var stored = await cursors.ReadAsync(cancellationToken).ConfigureAwait(false);
        return stored is { Begun: var begun } && begun <= now ? begun + options.Interval - now : TimeSpan.Zero;
    }

    /// <summary>
    /// Polls and handles all available notifications. The cursor advances until a notification fails. Later notifications are
    /// still handled, except those of the same order; the next round reads them again, and the inbox recognizes them.
    /// </summary>
    /// <param name="stop">Ends the round before the next notification.</param>
    /// <param name="abandon">Cancels the running handler.</param>
    /// <exception cref="CheckoutException">The service did not respond, or rejected the request.</exception>
    public async Task<PollingRound> PollAsync(CancellationToken stop, CancellationToken abandon)
    {
        var begun = time.GetUtcNow();
        var cursor = (await cursors.ReadAsync(stop).ConfigureAwait(false))?.Cursor ?? new PollingCursor(begun - options.LookBack);
        await cursors.WriteAsync(begun, cursor, stop).ConfigureAwait(false);
        var round = new PollingRound();
        try
        {
            await PollAsync(cursor, begun, round, stop, abandon).ConfigureAwait(false);
        }
        catch (CheckoutApiException e) when (cursor.Token is not null && round is { Handled: 0, Duplicates: 0, NotHandled: 0 } && IsTokenRejection(e))
        {
            cursor = new PollingCursor(cursor.Reached - ServiceLimits.Overlap);
            PollingLog.TokenRefused(logger, PollingLog.NameOf(merchant), e.ErrorMessage, cursor.Reached);
            await cursors.WriteAsync(begun, cursor, stop).ConfigureAwait(false);
            await PollAsync(cursor, begun, round, stop, abandon).ConfigureAwait(false);
        }

        return round;
    }

    private async Task PollAsync(PollingCursor start, DateTimeOffset begun, PollingRound round, CancellationToken stop, CancellationToken abandon)
    {
        await foreach (var page in source.ReadPagesAsync(start, stop).ConfigureAwait(false))
        {
            foreach (var notification in page.Notifications)
            {
                stop.ThrowIfCancellationRequested();
                await HandleAsync(notification, round, abandon).ConfigureAwait(false);
            }

            if (round.IsComplete)
            {
                await cursors.WriteAsync(begun, page.Next, abandon).ConfigureAwait(false);
            }
            else if (round.FailedOrders >= MaxFailedOrders)
            {
                return;
            }
        }
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

    // The service's error texts for this case are not documented. With wrong credentials, it would reject a new token, too.
    private static bool IsTokenRejection(CheckoutApiException error) =>
        !error.IsTransient && error.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
}

using System.Runtime.CompilerServices;
using GoogleCheckout.Inbox.Options;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>Reads notifications with the service's continue token.</summary>
internal sealed class TokenPollingSource(CheckoutClient client, TimeProvider time) : INotificationPollingSource
{
    public async IAsyncEnumerable<PolledPage> ReadPagesAsync(PollingCursor start, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var token = start.Token ?? await client.GetContinueTokenAsync(ServiceLimits.Clamp(start.Reached, time.GetUtcNow(), ServiceLimits.PollingReach), cancellationToken).ConfigureAwait(false);
        var reached = start.Reached;
        await foreach (var response in client.PollNotificationsAsync(token, cancellationToken).ConfigureAwait(false))
        {
            reached = response.Notifications.Select(notification => notification.Timestamp ?? reached).Append(reached).Max();
            token = string.IsNullOrEmpty(response.ContinueToken) ? token : response.ContinueToken;
            yield return new PolledPage(response.Notifications, response.UnreadableNotifications, new PollingCursor(reached, token));
        }
    }
}

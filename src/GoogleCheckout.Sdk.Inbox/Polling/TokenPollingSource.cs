using System.Runtime.CompilerServices;
using GoogleCheckout.Inbox.Options;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>Goes on from the service's token.</summary>
internal sealed class TokenPollingSource(CheckoutClient client, TimeProvider time) : INotificationPollingSource
{
    public async IAsyncEnumerable<PolledPage> PullAsync(PollingCursor start, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var token = start.Token ?? await client.GetContinueTokenAsync(ServiceLimits.Clamp(start.Reached, time.GetUtcNow(), ServiceLimits.PollingReach), cancellationToken).ConfigureAwait(false);
        var reached = start.Reached;
        await foreach (var answer in client.PollNotificationsAsync(token, cancellationToken).ConfigureAwait(false))
        {
            reached = answer.Notifications.Select(notification => notification.Timestamp ?? reached).Append(reached).Max();
            token = string.IsNullOrEmpty(answer.ContinueToken) ? token : answer.ContinueToken;
            yield return new PolledPage(answer.Notifications, new PollingCursor(reached, token));
        }
    }
}

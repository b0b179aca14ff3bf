using System.Runtime.CompilerServices;
using GoogleCheckout.Inbox.Options;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>
/// Reads the history, one span of time after the other. A page token means nothing to another run, so the position goes on
/// with each span and not with each page.
/// </summary>
internal sealed class HistoryPollingSource(CheckoutClient client, TimeProvider time) : INotificationPollingSource
{
    private static readonly TimeSpan Span = TimeSpan.FromDays(7);

    public async IAsyncEnumerable<PolledPage> PullAsync(PollingCursor start, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var end = now - ServiceLimits.YoungestAge;
        var position = start with { Reached = ServiceLimits.Clamp(start.Reached, now, ServiceLimits.HistoryReach) };
        DateTimeOffset until;
        do
        {
            until = position.Reached + Span < end ? position.Reached + Span : end;
            var next = new PollingCursor(until - ServiceLimits.Overlap);
            var request = new NotificationHistoryRequest { StartTime = position.Reached, EndTime = until };
            await foreach (var pulled in PagesAsync(request, position, next, cancellationToken).ConfigureAwait(false))
            {
                yield return pulled;
            }

            position = next;
        }
        while (until < end);
    }

    private async IAsyncEnumerable<PolledPage> PagesAsync(NotificationHistoryRequest request, PollingCursor position, PollingCursor next, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            var page = await client.GetNotificationHistoryPageAsync(request, cancellationToken).ConfigureAwait(false);
            if (page.NextPageToken is not null && page.NextPageToken == token)
            {
                throw new CheckoutException("The service gave the token of the page it was asked for as that of the next; what came until here is all there is to get.");
            }

            token = string.IsNullOrEmpty(page.NextPageToken) ? null : page.NextPageToken;
            yield return new PolledPage(page.Notifications, token is null ? next : position);
            request = new NotificationHistoryRequest { NextPageToken = token };
        }
        while (token is not null);
    }
}

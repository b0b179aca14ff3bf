using System.Runtime.CompilerServices;
using GoogleCheckout.Inbox.Options;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>
/// Reads the history, one time span after another. A page token is not valid in another run, so the cursor advances with each
/// span, not with each page.
/// </summary>
internal sealed class HistoryPollingSource(CheckoutClient client, TimeProvider time) : INotificationPollingSource
{
    private static readonly TimeSpan Span = TimeSpan.FromDays(7);

    public async IAsyncEnumerable<PolledPage> ReadPagesAsync(PollingCursor start, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var end = now - ServiceLimits.YoungestAge;
        var cursor = start with { Reached = ServiceLimits.Clamp(start.Reached, now, ServiceLimits.HistoryReach) };
        DateTimeOffset until;
        do
        {
            until = cursor.Reached + Span < end ? cursor.Reached + Span : end;
            var next = new PollingCursor(until - ServiceLimits.Overlap);
            var request = new NotificationHistoryRequest { StartTime = cursor.Reached, EndTime = until };
            await foreach (var page in ReadSpanAsync(request, cursor, next, cancellationToken).ConfigureAwait(false))
            {
                yield return page;
            }

            cursor = next;
        }
        while (until < end);
    }

    private async IAsyncEnumerable<PolledPage> ReadSpanAsync(NotificationHistoryRequest request, PollingCursor cursor, PollingCursor next, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? token;
        var tokens = new HashSet<string>();
        do
        {
            var page = await client.GetNotificationHistoryPageAsync(request, cancellationToken).ConfigureAwait(false);
            token = string.IsNullOrEmpty(page.NextPageToken) ? null : page.NextPageToken;
            if (token is not null && !tokens.Add(token))
            {
                throw new CheckoutException("The service returned the token of a previous page as the token of the next page, so the rest of the history cannot be read.");
            }

            yield return new PolledPage(page.Notifications, page.UnreadableNotifications, token is null ? next : cursor);
            request = new NotificationHistoryRequest { NextPageToken = token };
        }
        while (token is not null);
    }
}

namespace GoogleCheckout.Inbox.Polling;

/// <summary>Reads one of the service's reports.</summary>
internal interface INotificationPollingSource
{
    /// <summary>The answers from a position to the end; each is fetched when it is needed.</summary>
    IAsyncEnumerable<PolledPage> PullAsync(PollingCursor start, CancellationToken cancellationToken);
}

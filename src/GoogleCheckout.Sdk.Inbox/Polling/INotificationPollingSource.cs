namespace GoogleCheckout.Inbox.Polling;

/// <summary>Reads notifications from one of the service's reports.</summary>
internal interface INotificationPollingSource
{
    /// <summary>Returns the pages from a cursor to the end; empty if there are none. Each page is requested when it is enumerated.</summary>
    IAsyncEnumerable<PolledPage> ReadPagesAsync(PollingCursor start, CancellationToken cancellationToken);
}

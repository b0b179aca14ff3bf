namespace GoogleCheckout.Inbox.Polling;

/// <summary>Reads one of the service's reports.</summary>
internal interface INotificationPull
{
    /// <summary>The answers from a position to the end; each is fetched when it is needed.</summary>
    IAsyncEnumerable<Pulled> PullAsync(PullPosition start, CancellationToken cancellationToken);
}

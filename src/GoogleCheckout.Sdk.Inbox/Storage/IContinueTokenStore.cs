namespace GoogleCheckout.Inbox.Storage;

/// <summary>Keeps the tokens that pollers go on from.</summary>
internal interface IContinueTokenStore
{
    /// <summary>What was written last under a name; null where nothing was.</summary>
    Task<string?> ReadAsync(string merchant, string name, CancellationToken cancellationToken = default);

    /// <summary>Puts a token in the place of the one before.</summary>
    Task WriteAsync(string merchant, string name, string token, CancellationToken cancellationToken = default);
}

namespace GoogleCheckout.Inbox.Storage;

/// <summary>Stores the tokens at which polling continues.</summary>
internal interface IContinueTokenStore
{
    /// <summary>Returns the token stored with a name; null if there is none.</summary>
    Task<string?> ReadAsync(string merchant, string name, CancellationToken cancellationToken = default);

    /// <summary>Stores a token and replaces the previous one.</summary>
    Task WriteAsync(string merchant, string name, string token, CancellationToken cancellationToken = default);
}

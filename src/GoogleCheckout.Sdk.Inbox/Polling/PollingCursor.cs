namespace GoogleCheckout.Inbox.Polling;

/// <summary>How far a merchant's notifications were pulled.</summary>
/// <param name="Reached">All that happened before was handled.</param>
/// <param name="Token">What the service gave to go on with; null to begin at the time.</param>
internal sealed record PollingCursor(DateTimeOffset Reached, string? Token = null);

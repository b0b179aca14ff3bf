namespace GoogleCheckout.Inbox.Polling;

/// <summary>The position up to which a merchant's notifications were polled.</summary>
/// <param name="Reached">The time before which all notifications were handled.</param>
/// <param name="Token">The service's continue token; null to continue at <paramref name="Reached"/>.</param>
internal sealed record PollingCursor(DateTimeOffset Reached, string? Token = null);

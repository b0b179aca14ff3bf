namespace GoogleCheckout.Reports;

/// <summary>Where to begin polling. Schema type <c>NotificationDataTokenResponse</c>.</summary>
public sealed record NotificationDataTokenResponse : CheckoutMessage
{
    /// <summary>Names this answer. Wire name: <c>serial-number</c> (attribute).</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The token for the first <see cref="NotificationDataRequest"/>. Wire name: <c>continue-token</c>.</summary>
    public required string ContinueToken { get; init; }
}

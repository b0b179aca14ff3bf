namespace GoogleCheckout.Reports;

/// <summary>Where to begin polling. Schema type <c>NotificationDataTokenResponse</c>.</summary>
public sealed record NotificationDataTokenResponse : CheckoutMessage
{
    /// <summary>Names this answer.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The token for the first <see cref="NotificationDataRequest"/>.</summary>
    public required string ContinueToken { get; init; }
}

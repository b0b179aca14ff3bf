namespace GoogleCheckout.Reports;

/// <summary>The continue token with which polling begins. Schema type <c>NotificationDataTokenResponse</c>.</summary>
public sealed record NotificationDataTokenResponse : CheckoutMessage
{
    /// <summary>The serial number of the response; null if absent. Wire name: <c>serial-number</c> (attribute).</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The token for the first <see cref="NotificationDataRequest"/>. Wire name: <c>continue-token</c>.</summary>
    public required string ContinueToken { get; init; }
}

namespace GoogleCheckout;

/// <summary>The service's no. <see cref="CheckoutClient"/> raises it as <see cref="CheckoutApiException"/>. Schema type <c>ErrorResponse</c>.</summary>
public sealed record ErrorResponse : CheckoutMessage
{
    /// <summary>What was refused, in the service's words; there are no error codes. Wire name: <c>error-message</c>.</summary>
    public required string ErrorMessage { get; init; }

    /// <summary>What the service found odd besides. Wire name: <c>warning-messages/string</c>.</summary>
    public IReadOnlyList<string> WarningMessages { get; init; } = [];

    /// <summary>Names this answer to the service's support. Wire name: <c>serial-number</c> (attribute).</summary>
    public string? SerialNumber { get; init; }
}

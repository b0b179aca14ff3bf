namespace GoogleCheckout;

/// <summary>The service's error response. <see cref="CheckoutClient"/> throws it as a <see cref="CheckoutApiException"/>. Schema type <c>ErrorResponse</c>.</summary>
public sealed record ErrorResponse : CheckoutMessage
{
    /// <summary>The service's error message. The service has no error codes. Wire name: <c>error-message</c>.</summary>
    public required string ErrorMessage { get; init; }

    /// <summary>Additional warnings; empty if there are none. Wire name: <c>warning-messages/string</c>.</summary>
    public IReadOnlyList<string> WarningMessages { get; init; } = [];

    /// <summary>The serial number of the response, for the service's support team. Null if absent. Wire name: <c>serial-number</c> (attribute).</summary>
    public string? SerialNumber { get; init; }
}

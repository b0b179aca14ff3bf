namespace GoogleCheckout;

/// <summary>The service's response to <see cref="Hello"/>. Schema type <c>Bye</c>.</summary>
public sealed record Bye : CheckoutMessage
{
    /// <summary>The serial number of the response, for the service's support team. Null if absent. Wire name: <c>serial-number</c> (attribute).</summary>
    public string? SerialNumber { get; init; }
}

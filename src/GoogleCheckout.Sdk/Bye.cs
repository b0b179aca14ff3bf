namespace GoogleCheckout;

/// <summary>The service's answer to <see cref="Hello"/>. Schema type <c>Bye</c>.</summary>
public sealed record Bye : CheckoutMessage
{
    /// <summary>Names this answer to the service's support. Wire name: <c>serial-number</c> (attribute).</summary>
    public string? SerialNumber { get; init; }
}

namespace GoogleCheckout.Carts;

/// <summary>What the merchant wants to hear about an order. Schema type <c>OrderProcessingSupport</c>.</summary>
public sealed record OrderProcessingSupport
{
    /// <summary>
    /// Whether the first authorization should be told in a notification of its own; null means no.
    /// Wire name: <c>request-initial-auth-details</c>.
    /// </summary>
    public bool? RequestInitialAuthDetails { get; init; }
}

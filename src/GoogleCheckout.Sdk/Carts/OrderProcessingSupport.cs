namespace GoogleCheckout.Carts;

/// <summary>The additional notifications that the merchant requests for an order. Schema type <c>OrderProcessingSupport</c>.</summary>
public sealed record OrderProcessingSupport
{
    /// <summary>
    /// Whether the service sends a separate notification of the first authorization; null means no.
    /// Wire name: <c>request-initial-auth-details</c>.
    /// </summary>
    public bool? RequestInitialAuthDetails { get; init; }
}

namespace GoogleCheckout.Orders;

/// <summary>The buyer's preferences about marketing email. Schema type <c>BuyerMarketingPreferences</c>.</summary>
public sealed record BuyerMarketingPreferences : CheckoutMessage
{
    /// <summary>
    /// Whether the merchant may send marketing email to the buyer; null if absent or neither true nor false.
    /// Wire name: <c>email-allowed</c>.
    /// </summary>
    public bool? EmailAllowed { get; init; }
}

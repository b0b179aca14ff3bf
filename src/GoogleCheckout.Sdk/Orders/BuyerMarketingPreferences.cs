namespace GoogleCheckout.Orders;

/// <summary>What the buyer wants to be told besides the order. Schema type <c>BuyerMarketingPreferences</c>.</summary>
public sealed record BuyerMarketingPreferences : CheckoutMessage
{
    /// <summary>
    /// Whether the shop may send the buyer advertising mail; null where the message did not say.
    /// Wire name: <c>email-allowed</c>.
    /// </summary>
    public bool? EmailAllowed { get; init; }
}

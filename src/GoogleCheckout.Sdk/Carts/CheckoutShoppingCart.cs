namespace GoogleCheckout.Carts;

/// <summary>
/// A cart handed to the service, with what it needs to let the buyer pay: taxes, ways of shipping, links back to the
/// shop. The answer is a <see cref="CheckoutRedirect"/>. Schema type <c>CheckoutShoppingCart</c>.
/// </summary>
public sealed record CheckoutShoppingCart : CheckoutMessage
{
    /// <summary>What the buyer is about to pay for.</summary>
    public required ShoppingCart ShoppingCart { get; init; }

    /// <summary>How the buyer checks out. Null leaves taxes and shipping to the merchant's account.</summary>
    public MerchantCheckoutFlowSupport? CheckoutFlowSupport { get; init; }

    /// <summary>What the merchant wants to hear about the order later.</summary>
    public OrderProcessingSupport? OrderProcessingSupport { get; init; }
}

namespace GoogleCheckout.Carts;

/// <summary>What a buyer is about to buy, or has bought. Schema type <c>ShoppingCart</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record ShoppingCart
{
    /// <summary>
    /// The lines of the cart, all in one currency. The schema takes a cart without any, the service did not.
    /// Wire name: <c>items/item</c>.
    /// </summary>
    public IReadOnlyList<Item> Items { get; init; } = [];

    /// <summary>
    /// The merchant's own data about the cart, sent back with every message about the order.
    /// Wire value: the element's text.
    /// </summary>
    public PrivateData? MerchantPrivateData { get; init; }

    /// <summary>How long the cart may be paid for; null for ever. Wire name: <c>cart-expiration</c>.</summary>
    public CartExpiration? CartExpiration { get; init; }

    /// <summary>Texts the buyer may write or wrote to go with the order, in their order. Wire name: <c>buyer-messages/*</c>.</summary>
    public IReadOnlyList<BuyerMessage> BuyerMessages { get; init; } = [];
}

namespace GoogleCheckout.Carts;

/// <summary>The items that a buyer is about to buy, or has bought. Schema type <c>ShoppingCart</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record ShoppingCart
{
    /// <summary>
    /// The items, all in one currency. The schema allows an empty list; the service did not accept it.
    /// Wire name: <c>items/item</c>.
    /// </summary>
    public IReadOnlyList<Item> Items { get; init; } = [];

    /// <summary>
    /// The merchant's private data about the cart, which the service includes in every message about the order; null if there is none.
    /// Wire value: the element's text.
    /// </summary>
    public PrivateData? MerchantPrivateData { get; init; }

    /// <summary>The expiration of the cart; null if it does not expire. Wire name: <c>cart-expiration</c>.</summary>
    public CartExpiration? CartExpiration { get; init; }

    /// <summary>The messages that the buyer may write or has written, in document order. Wire name: <c>buyer-messages/*</c>.</summary>
    public IReadOnlyList<BuyerMessage> BuyerMessages { get; init; } = [];
}

namespace GoogleCheckout.Carts;

/// <summary>Something in a cart that the service would refuse, or that the buyer would suffer from. It holds no private data and nothing of a buyer's, so it may be logged.</summary>
public sealed record CartValidationError
{
    /// <summary>
    /// Where, as XPath in the cart's XML: <c>/checkout-shopping-cart/shopping-cart/items/item[2]/quantity</c>. What is the only one of its name
    /// has no number; what is missing is named where it should be.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>What is wrong there, as the end of a sentence that the path begins.</summary>
    public required string Reason { get; init; }

    /// <summary>Path and reason: one sentence without its full stop.</summary>
    public override string ToString() => $"{Path} {Reason}";
}

namespace GoogleCheckout.Carts;

/// <summary>
/// An error of a cart: a value that the service would reject, or that would surprise the buyer; or a warning. It contains no private data and
/// no data of the buyer, so that it can be logged.
/// </summary>
public sealed record CartValidationError
{
    /// <summary>
    /// The location of the error, as an XPath in the XML of the cart: <c>/checkout-shopping-cart/shopping-cart/items/item[2]/quantity</c>.
    /// An element that is the only one of its name has no index. For a missing value, its expected location.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>The reason, as the end of a sentence that begins with the path: <c>is missing</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// Whether this is a warning: the service accepts the value, but it is probably a mistake, for example a country code that does not
    /// exist. A cart that has only warnings is sent.
    /// </summary>
    public bool IsWarning { get; init; }

    /// <summary>Returns the path and the reason.</summary>
    /// <returns>One sentence without the final period.</returns>
    public override string ToString() => $"{Path} {Reason}";
}

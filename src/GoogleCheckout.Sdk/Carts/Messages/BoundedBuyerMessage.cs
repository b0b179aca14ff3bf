namespace GoogleCheckout.Carts;

/// <summary>A buyer's text of limited size.</summary>
public abstract record BoundedBuyerMessage : BuyerMessage
{
    private protected BoundedBuyerMessage()
    {
    }

    /// <summary>
    /// The most characters the buyer may write, 1 to 1000; null for no limit of the merchant's.
    /// Wire name: <c>max-chars</c> (attribute).
    /// </summary>
    public int? MaxChars { get; init; }

    /// <summary>
    /// The most characters a line may have, 1 to 50; null for no limit of the merchant's.
    /// Wire name: <c>max-line-length</c> (attribute).
    /// </summary>
    public int? MaxLineLength { get; init; }

    /// <summary>
    /// The most lines the buyer may write, 1 to 20; null for no limit of the merchant's.
    /// Wire name: <c>max-lines</c> (attribute).
    /// </summary>
    public int? MaxLines { get; init; }
}

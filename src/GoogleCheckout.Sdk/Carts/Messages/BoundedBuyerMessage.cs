namespace GoogleCheckout.Carts;

/// <summary>Base class of the buyer's messages of limited size.</summary>
public abstract record BoundedBuyerMessage : BuyerMessage
{
    private protected BoundedBuyerMessage()
    {
    }

    /// <summary>
    /// The maximum number of characters, 1 to 1000; null if the merchant sets no limit.
    /// Wire name: <c>max-chars</c> (attribute).
    /// </summary>
    public int? MaxChars { get; init; }

    /// <summary>
    /// The maximum number of characters of a line, 1 to 50; null if the merchant sets no limit.
    /// Wire name: <c>max-line-length</c> (attribute).
    /// </summary>
    public int? MaxLineLength { get; init; }

    /// <summary>
    /// The maximum number of lines, 1 to 20; null if the merchant sets no limit.
    /// Wire name: <c>max-lines</c> (attribute).
    /// </summary>
    public int? MaxLines { get; init; }
}

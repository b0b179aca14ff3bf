namespace GoogleCheckout.Carts;

/// <summary>A text that goes with an order, written by the buyer.</summary>
public abstract record BuyerMessage
{
    private protected BuyerMessage()
    {
    }

    /// <summary>What the buyer wrote; in a cart of the merchant's, what stands there before. Wire value: the element's text.</summary>
    public required string Text { get; init; }

    /// <summary>The type's name only: a buyer's words belong in no log.</summary>
    public sealed override string ToString() => GetType().Name;
}

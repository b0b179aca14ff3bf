namespace GoogleCheckout.Carts;

/// <summary>Base class of the messages that the buyer can write with an order.</summary>
public abstract record BuyerMessage
{
    private protected BuyerMessage()
    {
    }

    /// <summary>The buyer's text. In a cart that you send, the text shown in the field initially; it may be empty. Wire value: the element's text.</summary>
    public required string Text { get; init; }

    /// <summary>Returns the name of the type only, so that the buyer's text does not get into a log.</summary>
    /// <returns>The name of the type, for example <c>GiftMessage</c>.</returns>
    public sealed override string ToString() => GetType().Name;
}

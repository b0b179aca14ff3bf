namespace GoogleCheckout.Carts;

/// <summary>A buyer's text from one person to another.</summary>
public abstract record AddressedBuyerMessage : BoundedBuyerMessage
{
    private protected AddressedBuyerMessage()
    {
    }

    /// <summary>Whom the text is from, at most 100 characters. Wire name: <c>from</c> (attribute).</summary>
    public string? From { get; init; }

    /// <summary>Whom the text is for, at most 100 characters. Wire name: <c>to</c> (attribute).</summary>
    public string? To { get; init; }
}

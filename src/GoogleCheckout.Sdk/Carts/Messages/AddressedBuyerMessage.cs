namespace GoogleCheckout.Carts;

/// <summary>Base class of the buyer's messages from one person to another.</summary>
public abstract record AddressedBuyerMessage : BoundedBuyerMessage
{
    private protected AddressedBuyerMessage()
    {
    }

    /// <summary>The name of the sender, at most 100 characters. Wire name: <c>from</c> (attribute).</summary>
    public string? From { get; init; }

    /// <summary>The name of the recipient, at most 100 characters. Wire name: <c>to</c> (attribute).</summary>
    public string? To { get; init; }
}

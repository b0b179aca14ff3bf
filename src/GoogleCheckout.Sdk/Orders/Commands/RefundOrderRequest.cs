namespace GoogleCheckout.Orders;

/// <summary>Gives charged money back to the buyer, in full or in part. Schema type <c>RefundOrderRequest</c>.</summary>
public sealed record RefundOrderRequest : OrderCommand
{
    /// <summary>
    /// How much to refund, in the order's currency; null refunds all that was charged and not refunded yet.
    /// Wire name: <c>amount</c>.
    /// </summary>
    public Money? Amount { get; init; }

    /// <summary>Why, for the buyer to read; 1 to 140 characters. Wire name: <c>reason</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>What else to tell the buyer; at most 140 characters. Wire name: <c>comment</c>.</summary>
    public string? Comment { get; init; }
}

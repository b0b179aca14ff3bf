namespace GoogleCheckout.Orders;

/// <summary>Refunds a charged order, in full or in part. Schema type <c>RefundOrderRequest</c>.</summary>
public sealed record RefundOrderRequest : OrderCommand
{
    /// <summary>
    /// The amount to refund, in the order's currency; null to refund the full amount that was charged and not yet refunded.
    /// Wire name: <c>amount</c>.
    /// </summary>
    public Money? Amount { get; init; }

    /// <summary>The reason, which the buyer can read; 1 to 140 characters. Wire name: <c>reason</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>An additional comment for the buyer, at most 140 characters; null for none. Wire name: <c>comment</c>.</summary>
    public string? Comment { get; init; }
}

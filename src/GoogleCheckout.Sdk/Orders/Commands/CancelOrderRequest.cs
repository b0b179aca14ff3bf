namespace GoogleCheckout.Orders;

/// <summary>
/// Cancels an order for good. What was charged must have been refunded before. Schema type <c>CancelOrderRequest</c>.
/// </summary>
public sealed record CancelOrderRequest : OrderCommand
{
    /// <summary>Why, for the buyer to read; 1 to 140 characters. Wire name: <c>reason</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>What else to tell the buyer; at most 140 characters. Wire name: <c>comment</c>.</summary>
    public string? Comment { get; init; }
}

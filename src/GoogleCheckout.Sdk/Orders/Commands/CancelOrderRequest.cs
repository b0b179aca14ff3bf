namespace GoogleCheckout.Orders;

/// <summary>
/// Cancels an order permanently. Any charged amount must be refunded first. Schema type <c>CancelOrderRequest</c>.
/// </summary>
public sealed record CancelOrderRequest : OrderCommand
{
    /// <summary>The reason, which the buyer can read; 1 to 140 characters. Wire name: <c>reason</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>An additional comment for the buyer, at most 140 characters; null for none. Wire name: <c>comment</c>.</summary>
    public string? Comment { get; init; }
}

namespace GoogleCheckout.Orders;

/// <summary>
/// Cancels items of an order. Moves no money: refund the buyer with a <see cref="RefundOrderRequest"/>. Schema type
/// <c>CancelItemsRequest</c>.
/// </summary>
public sealed record CancelItemsRequest : OrderCommand
{
    /// <summary>The items, by the ids the cart gave them. Wire name: <c>item-ids/item-id</c>.</summary>
    public IReadOnlyList<ItemId> ItemIds { get; init; } = [];

    /// <summary>
    /// Why, for the buyer to read; at most 140 characters. Needed for sending; null only where a received command had
    /// none. Wire name: <c>reason</c>.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>What else to tell the buyer; at most 140 characters. Wire name: <c>comment</c>.</summary>
    public string? Comment { get; init; }

    /// <summary>Whether the service writes to the buyer; null leaves it to the service. Wire name: <c>send-email</c>.</summary>
    public bool? SendEmail { get; init; }
}

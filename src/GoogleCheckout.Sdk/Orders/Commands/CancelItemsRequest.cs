namespace GoogleCheckout.Orders;

/// <summary>
/// Marks items of an order as canceled. Does not refund them: send a <see cref="RefundOrderRequest"/>. Schema type
/// <c>CancelItemsRequest</c>.
/// </summary>
public sealed record CancelItemsRequest : OrderCommand
{
    /// <summary>The items, identified by their merchant item IDs. Wire name: <c>item-ids/item-id</c>.</summary>
    public IReadOnlyList<ItemId> ItemIds { get; init; } = [];

    /// <summary>
    /// The reason, which the buyer can read; 1 to 140 characters. Required to send the command; null only if a received command
    /// contains none. Wire name: <c>reason</c>.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>An additional comment for the buyer, at most 140 characters; null for none. Wire name: <c>comment</c>.</summary>
    public string? Comment { get; init; }

    /// <summary>Whether the service sends the buyer an email; null to use the service's default. Wire name: <c>send-email</c>.</summary>
    public bool? SendEmail { get; init; }
}

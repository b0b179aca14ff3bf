namespace GoogleCheckout.Orders;

/// <summary>
/// Marks items of an order as returned by the buyer. Does not refund them: send a <see cref="RefundOrderRequest"/>. Schema
/// type <c>ReturnItemsRequest</c>.
/// </summary>
public sealed record ReturnItemsRequest : OrderCommand
{
    /// <summary>The items, identified by their merchant item IDs. Wire name: <c>item-ids/item-id</c>.</summary>
    public IReadOnlyList<ItemId> ItemIds { get; init; } = [];

    /// <summary>Whether the service sends the buyer an email; null to use the service's default. Wire name: <c>send-email</c>.</summary>
    public bool? SendEmail { get; init; }
}

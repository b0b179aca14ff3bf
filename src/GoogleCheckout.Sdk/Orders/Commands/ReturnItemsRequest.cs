namespace GoogleCheckout.Orders;

/// <summary>
/// Says that the buyer sent items back. Moves no money: refund the buyer with a <see cref="RefundOrderRequest"/>. Schema
/// type <c>ReturnItemsRequest</c>.
/// </summary>
public sealed record ReturnItemsRequest : OrderCommand
{
    /// <summary>The items, by the ids the cart gave them. Wire name: <c>item-ids/item-id</c>.</summary>
    public IReadOnlyList<ItemId> ItemIds { get; init; } = [];

    /// <summary>Whether the service writes to the buyer; null leaves it to the service. Wire name: <c>send-email</c>.</summary>
    public bool? SendEmail { get; init; }
}

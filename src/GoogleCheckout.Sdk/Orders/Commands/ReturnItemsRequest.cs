namespace GoogleCheckout.Orders;

/// <summary>
/// Says that the buyer sent items back. Moves no money: refund the buyer with a <see cref="RefundOrderRequest"/>. Schema
/// type <c>ReturnItemsRequest</c>.
/// </summary>
public sealed record ReturnItemsRequest : OrderCommand
{
    /// <summary>The items, by the ids the cart gave them.</summary>
    public IReadOnlyList<ItemId> ItemIds { get; init; } = [];

    /// <summary>Whether the service writes to the buyer; null leaves it to the service.</summary>
    public bool? SendEmail { get; init; }
}

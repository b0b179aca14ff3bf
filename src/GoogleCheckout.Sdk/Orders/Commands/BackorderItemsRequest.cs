namespace GoogleCheckout.Orders;

/// <summary>Says that items are not in stock and will be shipped later. Schema type <c>BackorderItemsRequest</c>.</summary>
public sealed record BackorderItemsRequest : OrderCommand
{
    /// <summary>The items, by the ids the cart gave them. Wire name: <c>item-ids/item-id</c>.</summary>
    public IReadOnlyList<ItemId> ItemIds { get; init; } = [];

    /// <summary>Whether the service writes to the buyer; null leaves it to the service. Wire name: <c>send-email</c>.</summary>
    public bool? SendEmail { get; init; }
}

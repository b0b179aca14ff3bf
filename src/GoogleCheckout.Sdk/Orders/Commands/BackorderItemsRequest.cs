namespace GoogleCheckout.Orders;

/// <summary>Marks items of an order as out of stock, to be shipped later. Schema type <c>BackorderItemsRequest</c>.</summary>
public sealed record BackorderItemsRequest : OrderCommand
{
    /// <summary>The items, identified by their merchant item IDs. Wire name: <c>item-ids/item-id</c>.</summary>
    public IReadOnlyList<ItemId> ItemIds { get; init; } = [];

    /// <summary>Whether the service sends the buyer an email; null to use the service's default. Wire name: <c>send-email</c>.</summary>
    public bool? SendEmail { get; init; }
}

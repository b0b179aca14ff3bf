namespace GoogleCheckout.Orders;

/// <summary>Resets the shipping status of items to not yet shipped. Schema type <c>ResetItemsShippingInformationRequest</c>.</summary>
public sealed record ResetItemsShippingInformationRequest : OrderCommand
{
    /// <summary>The items, identified by their merchant item IDs. Wire name: <c>item-ids/item-id</c>.</summary>
    public IReadOnlyList<ItemId> ItemIds { get; init; } = [];

    /// <summary>Whether the service sends the buyer an email; null to use the service's default. Wire name: <c>send-email</c>.</summary>
    public bool? SendEmail { get; init; }
}

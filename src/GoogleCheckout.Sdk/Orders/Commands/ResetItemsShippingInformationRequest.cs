namespace GoogleCheckout.Orders;

/// <summary>Takes back what was said about items: they count as not yet shipped. Schema type <c>ResetItemsShippingInformationRequest</c>.</summary>
public sealed record ResetItemsShippingInformationRequest : OrderCommand
{
    /// <summary>The items, by the ids the cart gave them. Wire name: <c>item-ids/item-id</c>.</summary>
    public IReadOnlyList<ItemId> ItemIds { get; init; } = [];

    /// <summary>Whether the service writes to the buyer; null leaves it to the service. Wire name: <c>send-email</c>.</summary>
    public bool? SendEmail { get; init; }
}

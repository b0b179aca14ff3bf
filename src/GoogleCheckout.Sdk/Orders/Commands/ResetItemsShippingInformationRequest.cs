namespace GoogleCheckout.Orders;

/// <summary>Takes back what was said about items: they count as not yet shipped. Schema type <c>ResetItemsShippingInformationRequest</c>.</summary>
public sealed record ResetItemsShippingInformationRequest : OrderCommand
{
    /// <summary>The items, by the ids the cart gave them.</summary>
    public IReadOnlyList<ItemId> ItemIds { get; init; } = [];

    /// <summary>Whether the service writes to the buyer; null leaves it to the service.</summary>
    public bool? SendEmail { get; init; }
}

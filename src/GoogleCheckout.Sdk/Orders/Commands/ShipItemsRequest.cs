namespace GoogleCheckout.Orders;

/// <summary>Marks items of an order as shipped. Charges nothing. Schema type <c>ShipItemsRequest</c>.</summary>
public sealed record ShipItemsRequest : OrderCommand
{
    /// <summary>The items, each with its parcels. Wire name: <c>item-shipping-information-list/item-shipping-information</c>.</summary>
    public IReadOnlyList<ItemShippingInformation> ItemShippingInformationList { get; init; } = [];

    /// <summary>Whether the service writes to the buyer; null leaves it to the service. Wire name: <c>send-email</c>.</summary>
    public bool? SendEmail { get; init; }
}

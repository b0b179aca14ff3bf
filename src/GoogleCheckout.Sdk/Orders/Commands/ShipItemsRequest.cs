namespace GoogleCheckout.Orders;

/// <summary>Marks items of an order as shipped. Does not charge the order. Schema type <c>ShipItemsRequest</c>.</summary>
public sealed record ShipItemsRequest : OrderCommand
{
    /// <summary>The items, each with its parcels. Wire name: <c>item-shipping-information-list/item-shipping-information</c>.</summary>
    public IReadOnlyList<ItemShippingInformation> ItemShippingInformationList { get; init; } = [];

    /// <summary>Whether the service sends the buyer an email; null to use the service's default. Wire name: <c>send-email</c>.</summary>
    public bool? SendEmail { get; init; }
}

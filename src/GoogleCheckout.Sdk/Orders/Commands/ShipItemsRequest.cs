namespace GoogleCheckout.Orders;

/// <summary>Marks items of an order as shipped. Charges nothing. Schema type <c>ShipItemsRequest</c>.</summary>
public sealed record ShipItemsRequest : OrderCommand
{
    /// <summary>The items, each with its parcels.</summary>
    public IReadOnlyList<ItemShippingInformation> ItemShippingInformationList { get; init; } = [];

    /// <summary>Whether the service writes to the buyer; null leaves it to the service.</summary>
    public bool? SendEmail { get; init; }
}

namespace GoogleCheckout.Orders;

/// <summary>
/// Charges the buyer and marks the order, or the items listed, as shipped. Schema type <c>ChargeAndShipOrderRequest</c>.
/// </summary>
public sealed record ChargeAndShipOrderRequest : OrderCommand
{
    /// <summary>How much to charge, in the order's currency; null charges all that is left. Wire name: <c>amount</c>.</summary>
    public Money? Amount { get; init; }

    /// <summary>
    /// The parcels of an order shipped as a whole. Not together with <see cref="ItemShippingInformationList"/>.
    /// Wire name: <c>tracking-data-list/tracking-data</c>.
    /// </summary>
    public IReadOnlyList<TrackingData> TrackingDataList { get; init; } = [];

    /// <summary>
    /// The items shipped, each with its parcels. Not together with <see cref="TrackingDataList"/>.
    /// Wire name: <c>item-shipping-information-list/item-shipping-information</c>.
    /// </summary>
    public IReadOnlyList<ItemShippingInformation> ItemShippingInformationList { get; init; } = [];

    /// <summary>Whether the service writes to the buyer; null leaves it to the service. Wire name: <c>send-email</c>.</summary>
    public bool? SendEmail { get; init; }
}

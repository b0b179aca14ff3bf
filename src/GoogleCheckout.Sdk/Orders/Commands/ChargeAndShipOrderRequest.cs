namespace GoogleCheckout.Orders;

/// <summary>
/// Charges the buyer and marks the order, or the listed items, as shipped. Schema type <c>ChargeAndShipOrderRequest</c>.
/// </summary>
public sealed record ChargeAndShipOrderRequest : OrderCommand
{
    /// <summary>The amount to charge, in the order's currency; null to charge the full remaining amount. Wire name: <c>amount</c>.</summary>
    public Money? Amount { get; init; }

    /// <summary>
    /// The parcels of an order that is shipped as a whole; empty if unknown. Not allowed together with <see cref="ItemShippingInformationList"/>.
    /// Wire name: <c>tracking-data-list/tracking-data</c>.
    /// </summary>
    public IReadOnlyList<TrackingData> TrackingDataList { get; init; } = [];

    /// <summary>
    /// The shipped items, each with its parcels; empty for the whole order. Not allowed together with <see cref="TrackingDataList"/>.
    /// Wire name: <c>item-shipping-information-list/item-shipping-information</c>.
    /// </summary>
    public IReadOnlyList<ItemShippingInformation> ItemShippingInformationList { get; init; } = [];

    /// <summary>Whether the service sends the buyer an email; null to use the service's default. Wire name: <c>send-email</c>.</summary>
    public bool? SendEmail { get; init; }
}

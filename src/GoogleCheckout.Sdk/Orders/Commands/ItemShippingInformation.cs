namespace GoogleCheckout.Orders;

/// <summary>An item and the parcels it is shipped in. Schema type <c>ItemShippingInformation</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record ItemShippingInformation
{
    /// <summary>The item, by the id the cart gave it. Wire name: <c>item-id</c>.</summary>
    public required ItemId ItemId { get; init; }

    /// <summary>
    /// The parcels; items that share one are shown to the buyer as one shipment.
    /// Wire name: <c>tracking-data-list/tracking-data</c>.
    /// </summary>
    public IReadOnlyList<TrackingData> TrackingDataList { get; init; } = [];
}

namespace GoogleCheckout.Orders;

/// <summary>An item and the parcels in which it is shipped. Schema type <c>ItemShippingInformation</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record ItemShippingInformation
{
    /// <summary>The item, identified by its merchant item ID. Wire name: <c>item-id</c>.</summary>
    public required ItemId ItemId { get; init; }

    /// <summary>
    /// The parcels; empty if unknown. Items in the same parcel are shown to the buyer as one shipment.
    /// Wire name: <c>tracking-data-list/tracking-data</c>.
    /// </summary>
    public IReadOnlyList<TrackingData> TrackingDataList { get; init; } = [];
}

namespace GoogleCheckout.Orders;

/// <summary>An item and the parcels it is shipped in. Schema type <c>ItemShippingInformation</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record ItemShippingInformation
{
    /// <summary>The item, by the id the cart gave it.</summary>
    public required ItemId ItemId { get; init; }

    /// <summary>The parcels; items that share one are shown to the buyer as one shipment.</summary>
    public IReadOnlyList<TrackingData> TrackingDataList { get; init; } = [];
}

namespace GoogleCheckout.Orders;

/// <summary>Adds a tracking number to an order. Does not change its states. Schema type <c>AddTrackingDataRequest</c>.</summary>
public sealed record AddTrackingDataRequest : OrderCommand
{
    /// <summary>The carrier and the tracking number of the parcel. Wire name: <c>tracking-data</c>.</summary>
    public required TrackingData TrackingData { get; init; }
}

namespace GoogleCheckout.Orders;

/// <summary>Adds a tracking number to an order. Changes no state. Schema type <c>AddTrackingDataRequest</c>.</summary>
public sealed record AddTrackingDataRequest : OrderCommand
{
    /// <summary>Who carries the parcel, and its number. Wire name: <c>tracking-data</c>.</summary>
    public required TrackingData TrackingData { get; init; }
}

namespace GoogleCheckout.Orders;

/// <summary>The carrier and tracking number of one parcel. Schema type <c>TrackingData</c>.</summary>
public sealed record TrackingData
{
    /// <summary>The carrier: one of <see cref="Carriers"/>, or any other name. Wire name: <c>carrier</c>.</summary>
    public required string Carrier { get; init; }

    /// <summary>The carrier's tracking number; null if unknown. Wire name: <c>tracking-number</c>.</summary>
    public string? TrackingNumber { get; init; }
}

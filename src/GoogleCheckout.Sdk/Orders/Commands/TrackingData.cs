namespace GoogleCheckout.Orders;

/// <summary>One parcel. Schema type <c>TrackingData</c>.</summary>
public sealed record TrackingData
{
    /// <summary>Who carries it: one of <see cref="Carriers"/>, or any other name. Wire name: <c>carrier</c>.</summary>
    public required string Carrier { get; init; }

    /// <summary>The carrier's number for the parcel. Wire name: <c>tracking-number</c>.</summary>
    public string? TrackingNumber { get; init; }
}

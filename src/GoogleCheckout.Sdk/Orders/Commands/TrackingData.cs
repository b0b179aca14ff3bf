namespace GoogleCheckout.Orders;

/// <summary>One parcel. Schema type <c>TrackingData</c>.</summary>
public sealed record TrackingData
{
    /// <summary>Who carries it: one of <see cref="Carriers"/>, or any other name.</summary>
    public required string Carrier { get; init; }

    /// <summary>The carrier's number for the parcel.</summary>
    public string? TrackingNumber { get; init; }
}

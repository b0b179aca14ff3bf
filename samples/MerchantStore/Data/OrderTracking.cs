namespace MerchantStore.Data;

/// <summary>A parcel of an order.</summary>
internal sealed class OrderTracking
{
    public long Id { get; init; }

    public required string OrderNumber { get; init; }

    /// <summary>The product in the parcel; null if the parcel has the whole order.</summary>
    public string? ProductId { get; init; }

    public required string Carrier { get; init; }

    public string? TrackingNumber { get; init; }
}

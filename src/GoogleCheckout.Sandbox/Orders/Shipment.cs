using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>A shipment of the merchant.</summary>
/// <param name="ItemIds">The items, by merchant-item-id; null for the whole order.</param>
/// <param name="Parcels">The tracking data of the parcels; may be empty.</param>
internal sealed record Shipment(IReadOnlyList<string>? ItemIds, IReadOnlyList<TrackingData> Parcels);

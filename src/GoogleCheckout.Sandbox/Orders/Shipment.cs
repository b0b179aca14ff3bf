using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>What the merchant sent off.</summary>
/// <param name="ItemIds">The items, by merchant-item-id; null for the whole order.</param>
/// <param name="Parcels">The parcels they travel in.</param>
internal sealed record Shipment(IReadOnlyList<string>? ItemIds, IReadOnlyList<TrackingData> Parcels);

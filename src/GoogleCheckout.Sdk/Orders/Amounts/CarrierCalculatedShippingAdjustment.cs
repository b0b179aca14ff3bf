namespace GoogleCheckout.Orders;

/// <summary>Shipping at the carrier's own price. Schema type <c>CarrierCalculatedShippingAdjustment</c>.</summary>
public sealed record CarrierCalculatedShippingAdjustment : ShippingAdjustment;

namespace GoogleCheckout.Orders;

/// <summary>Shipping at a rate that the carrier calculated. Schema type <c>CarrierCalculatedShippingAdjustment</c>.</summary>
public sealed record CarrierCalculatedShippingAdjustment : ShippingAdjustment;

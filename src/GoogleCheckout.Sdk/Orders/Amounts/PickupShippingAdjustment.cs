namespace GoogleCheckout.Orders;

/// <summary>The buyer picks up the order. Schema type <c>PickupShippingAdjustment</c>.</summary>
public sealed record PickupShippingAdjustment : ShippingAdjustment;

namespace GoogleCheckout.Orders;

/// <summary>The buyer fetches the order. Schema type <c>PickupShippingAdjustment</c>.</summary>
public sealed record PickupShippingAdjustment : ShippingAdjustment;

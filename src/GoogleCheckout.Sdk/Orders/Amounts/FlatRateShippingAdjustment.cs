namespace GoogleCheckout.Orders;

/// <summary>Shipping at a price the cart fixed. Schema type <c>FlatRateShippingAdjustment</c>.</summary>
public sealed record FlatRateShippingAdjustment : ShippingAdjustment;

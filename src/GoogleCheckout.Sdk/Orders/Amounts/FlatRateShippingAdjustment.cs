namespace GoogleCheckout.Orders;

/// <summary>Shipping at the fixed price in the cart. Schema type <c>FlatRateShippingAdjustment</c>.</summary>
public sealed record FlatRateShippingAdjustment : ShippingAdjustment;

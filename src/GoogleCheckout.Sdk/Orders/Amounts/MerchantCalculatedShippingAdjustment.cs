namespace GoogleCheckout.Orders;

/// <summary>Shipping at a price that the merchant calculated. Schema type <c>MerchantCalculatedShippingAdjustment</c>.</summary>
public sealed record MerchantCalculatedShippingAdjustment : ShippingAdjustment;

namespace GoogleCheckout.Orders;

/// <summary>A coupon that made an order cheaper. Schema type <c>CouponAdjustment</c>.</summary>
public sealed record CouponAdjustment : MerchantCodeAdjustment;

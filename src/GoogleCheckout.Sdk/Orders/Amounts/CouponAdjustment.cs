namespace GoogleCheckout.Orders;

/// <summary>A coupon that was applied to an order. Schema type <c>CouponAdjustment</c>.</summary>
public sealed record CouponAdjustment : MerchantCodeAdjustment;

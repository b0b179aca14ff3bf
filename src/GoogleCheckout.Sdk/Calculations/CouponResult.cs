namespace GoogleCheckout.Calculations;

/// <summary>The value of a coupon. The result for an unknown code is a coupon that is not valid. Schema type <c>CouponResult</c>.</summary>
public sealed record CouponResult : MerchantCodeResult;

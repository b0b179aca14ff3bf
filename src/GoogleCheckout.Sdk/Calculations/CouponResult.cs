namespace GoogleCheckout.Calculations;

/// <summary>What a coupon is worth; an unknown code is a coupon that is not valid. Schema type <c>CouponResult</c>.</summary>
public sealed record CouponResult : MerchantCodeResult;

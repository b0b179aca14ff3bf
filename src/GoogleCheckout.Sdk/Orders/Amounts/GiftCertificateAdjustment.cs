namespace GoogleCheckout.Orders;

/// <summary>A gift certificate that was applied to an order. Schema type <c>GiftCertificateAdjustment</c>.</summary>
public sealed record GiftCertificateAdjustment : MerchantCodeAdjustment;

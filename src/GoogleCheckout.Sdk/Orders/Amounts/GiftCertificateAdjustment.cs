namespace GoogleCheckout.Orders;

/// <summary>A gift certificate that paid a part of an order. Schema type <c>GiftCertificateAdjustment</c>.</summary>
public sealed record GiftCertificateAdjustment : MerchantCodeAdjustment;

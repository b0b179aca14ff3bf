namespace GoogleCheckout.Calculations;

/// <summary>The value of a gift certificate. Schema type <c>GiftCertificateResult</c>.</summary>
public sealed record GiftCertificateResult : MerchantCodeResult;

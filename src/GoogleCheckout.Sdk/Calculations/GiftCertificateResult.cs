namespace GoogleCheckout.Calculations;

/// <summary>What a gift certificate is worth. Schema type <c>GiftCertificateResult</c>.</summary>
public sealed record GiftCertificateResult : MerchantCodeResult;

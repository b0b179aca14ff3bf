namespace GoogleCheckout.Carts;

/// <summary>
/// The callback URL at which the merchant calculates shipping, tax and codes, and the kinds of codes that the merchant
/// accepts. Schema type <c>MerchantCalculations</c>.
/// </summary>
public sealed record MerchantCalculations
{
    /// <summary>
    /// The URL to which the service posts a <see cref="Calculations.MerchantCalculationCallback"/>. It must be https; the
    /// service's sandbox also accepts http. Wire name: <c>merchant-calculations-url</c>.
    /// </summary>
    public required string MerchantCalculationsUrl { get; init; }

    /// <summary>Whether buyers may enter the merchant's coupons; null means no. Wire name: <c>accept-merchant-coupons</c>.</summary>
    public bool? AcceptMerchantCoupons { get; init; }

    /// <summary>Whether buyers may enter the merchant's gift certificates; null means no. Wire name: <c>accept-gift-certificates</c>.</summary>
    public bool? AcceptGiftCertificates { get; init; }
}

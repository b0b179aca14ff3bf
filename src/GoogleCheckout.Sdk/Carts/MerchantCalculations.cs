namespace GoogleCheckout.Carts;

/// <summary>Where the service asks the shop for shipping, tax and codes, and which codes the shop takes. Schema type <c>MerchantCalculations</c>.</summary>
public sealed record MerchantCalculations
{
    /// <summary>
    /// Where the service posts its <see cref="Calculations.MerchantCalculationCallback"/>; https, and in the sandbox
    /// http too. Wire name: <c>merchant-calculations-url</c>.
    /// </summary>
    public required string MerchantCalculationsUrl { get; init; }

    /// <summary>Whether buyers may enter the shop's coupons; null means no. Wire name: <c>accept-merchant-coupons</c>.</summary>
    public bool? AcceptMerchantCoupons { get; init; }

    /// <summary>Whether buyers may enter the shop's gift certificates; null means no. Wire name: <c>accept-gift-certificates</c>.</summary>
    public bool? AcceptGiftCertificates { get; init; }
}

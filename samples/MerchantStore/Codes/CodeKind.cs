namespace MerchantStore.Codes;

/// <summary>What a code is.</summary>
internal enum CodeKind
{
    Invalid,
    Coupon,
    GiftCertificate,
}

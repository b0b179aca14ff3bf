namespace GoogleCheckout.Sandbox.Api;

/// <summary>The kind of merchant: one that sells, or a non-profit organization that collects donations.</summary>
internal enum MerchantKind
{
    Merchant,
    Donations,
}

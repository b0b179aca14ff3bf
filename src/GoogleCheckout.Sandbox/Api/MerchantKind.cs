namespace GoogleCheckout.Sandbox.Http;

/// <summary>Whether the merchant sells or, as a non-profit, collects donations.</summary>
internal enum MerchantKind
{
    Merchant,
    Donations,
}

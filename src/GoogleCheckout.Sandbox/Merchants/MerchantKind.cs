namespace GoogleCheckout.Sandbox.Merchants;

/// <summary>Whether the merchant sells or, as a non-profit, collects donations.</summary>
internal enum MerchantKind
{
    Merchant,
    Donations,
}

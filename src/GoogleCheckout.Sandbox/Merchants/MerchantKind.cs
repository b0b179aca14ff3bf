namespace GoogleCheckout.Sandbox.Merchants;

/// <summary>The kind of merchant: a seller, or a non-profit organization that collects donations.</summary>
internal enum MerchantKind
{
    Merchant,
    Donations,
}

namespace GoogleCheckout.Sandbox.Http;

/// <summary>The kinds of request that have a path of their own.</summary>
internal enum Api
{
    Request,
    MerchantCheckout,
    Reports,
}

namespace GoogleCheckout.Sandbox.Api;

/// <summary>The kinds of request that have a path of their own.</summary>
internal enum ApiService
{
    Request,
    MerchantCheckout,
    Reports,

    /// <summary>A cart in a form, posted by the buyer's browser.</summary>
    Checkout,
}

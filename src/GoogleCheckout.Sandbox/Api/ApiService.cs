namespace GoogleCheckout.Sandbox.Api;

/// <summary>The kinds of requests with a separate path.</summary>
internal enum ApiService
{
    Request,
    MerchantCheckout,
    Reports,

    /// <summary>A cart in a form that the buyer's browser posts.</summary>
    Checkout,
}

using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>Decides whether the sandbox calls the <c>merchant-calculations-url</c> of a cart. It sends the merchant's id and key there.</summary>
internal static class CalculationUrl
{
    /// <summary>Returns the reason why the URL is not called; null if it is, or if the cart has none.</summary>
    /// <param name="cart">The cart, which is valid.</param>
    /// <param name="isFromMerchant">Whether the cart was signed, or posted with the merchant's credentials. Any web page can post other carts.</param>
    /// <param name="callbackUrl">The URL for notifications; null if there is none.</param>
    public static string? GetError(CheckoutShoppingCart cart, bool isFromMerchant, Uri? callbackUrl)
    {
        if (!Uri.TryCreate(cart.CheckoutFlowSupport?.MerchantCalculations?.MerchantCalculationsUrl, UriKind.Absolute, out var url) || IsSameHost(url, callbackUrl))
        {
            return null;
        }

        return !isFromMerchant ? "The merchant-calculations-url of an unsigned cart must have the host of the sandbox's callback URL: the sandbox sends the merchant's key there. Sign the cart, post it with credentials, or set the rule AnyCalculationUrl."
            : url.UserInfo.Length > 0 ? "The merchant-calculations-url must not contain a user name."
            : url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback ? "The merchant-calculations-url must be https, or a host of this machine: the sandbox sends the merchant's key there. The rule AnyCalculationUrl allows others."
            : null;
    }

    private static bool IsSameHost(Uri url, Uri? callbackUrl) => url.UserInfo.Length == 0 && url.Host.Equals(callbackUrl?.Host, StringComparison.OrdinalIgnoreCase);
}

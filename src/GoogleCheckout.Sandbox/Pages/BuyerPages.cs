using GoogleCheckout.Sandbox.Merchants;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The URLs of the buyer's pages.</summary>
internal static class BuyerPages
{
    /// <summary>Returns the URL of the buyer's page, with the scheme and host of the request, so that a client that resolves sandbox.google.com to the sandbox gets that host again. Requests with HTTP/1.0 may have no host.</summary>
    /// <exception cref="BadHttpRequestException">The Host header is not a host.</exception>
    public static Uri GetUrl(MerchantKind kind, HttpRequest request)
    {
        var host = request.Host.HasValue ? request.Host : new HostString("localhost", request.HttpContext.Connection.LocalPort);
        return Uri.TryCreate($"{request.Scheme}://{host}/checkout/view/{(kind == MerchantKind.Donations ? "donations/buy" : "buy")}", UriKind.Absolute, out var url)
            ? url
            : throw new BadHttpRequestException("The Host header is not a host name with an optional port.");
    }
}

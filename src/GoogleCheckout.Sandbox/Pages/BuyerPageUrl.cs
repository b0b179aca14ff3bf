using GoogleCheckout.Sandbox.Merchants;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The URL of the page on which a buyer places an order.</summary>
/// <param name="pages">The address of the pages; null if the sandbox has none.</param>
internal sealed class BuyerPageUrl(Uri? pages)
{
    /// <summary>Whether there is a page at the URL.</summary>
    public bool HasPage => pages is not null;

    /// <summary>
    /// Returns the URL, without a query. Without pages, it has the scheme and host of the request, so that a client that resolves
    /// sandbox.google.com to the sandbox gets that host again. Requests with HTTP/1.0 may have no host.
    /// </summary>
    /// <exception cref="BadHttpRequestException">The Host header is not a host.</exception>
    public Uri Get(MerchantKind kind, HttpRequest request)
    {
        var path = kind == MerchantKind.Donations ? PageUrls.PlaceDonation : PageUrls.PlaceOrder;
        var host = request.Host.HasValue ? request.Host : new HostString("localhost", request.HttpContext.Connection.LocalPort);
        return pages is not null ? new Uri(pages, path)
            : Uri.TryCreate($"{request.Scheme}://{host}{path}", UriKind.Absolute, out var url) ? url
            : throw new BadHttpRequestException("The Host header is not a host name with an optional port.");
    }
}

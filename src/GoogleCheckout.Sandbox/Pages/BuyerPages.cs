using GoogleCheckout.Sandbox.Api;
using GoogleCheckout.Sandbox.Merchants;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>Where buyers go to pay.</summary>
internal static class BuyerPages
{
    /// <summary>The page by the scheme and host the client used, so that one who took us for sandbox.google.com is sent back there. HTTP/1.0 names none.</summary>
    public static Uri Of(MerchantKind kind, HttpRequest request)
    {
        var host = request.Host.HasValue ? request.Host : new HostString("localhost", request.HttpContext.Connection.LocalPort);
        return new Uri($"{request.Scheme}://{host}/checkout/view/{(kind == MerchantKind.Donations ? "donations/buy" : "buy")}");
    }
}

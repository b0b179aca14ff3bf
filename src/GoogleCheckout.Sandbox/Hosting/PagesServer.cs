using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GoogleCheckout.Sandbox.Pages;
using GoogleCheckout.Sandbox.Pages.MerchantCenter;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>
/// The server of the pages. It requests no client certificate, because a browser has none. It uses plain HTTP on loopback by default, because a
/// browser does not trust the sandbox's authority.
/// </summary>
internal sealed class PagesServer : IAsyncDisposable
{
    private const int MaxFormBytes = 256 * 1024;

    private readonly HttpServer _server;

    private PagesServer(HttpServer server) => _server = server;

    /// <summary>The address of the pages.</summary>
    public Uri Address => (_server.FindAddress(Uri.UriSchemeHttps) ?? _server.FindAddress(Uri.UriSchemeHttp))!;

    /// <param name="endpoint">The address and port.</param>
    /// <param name="certificates">The certificates for HTTPS; null for plain HTTP.</param>
    /// <param name="merchantId">The id of the first merchant.</param>
    /// <param name="routes">The pages and forms.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<PagesServer> StartAsync(
        IPEndPoint endpoint, SandboxCertificates? certificates, string merchantId, IEnumerable<PageRoute> routes, CancellationToken cancellationToken)
    {
        var builder = HttpServer.CreateBuilder(MaxFormBytes, options => options.Listen(endpoint, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            if (certificates is not null)
            {
                listen.UseHttps(certificates.CreateTlsOptions(requireClientCertificate: false));
            }
        }));

        // Cookies have no port, so the name distinguishes those of two sandboxes. A name for each start would add cookies until a browser sends too many.
        var cookie = $"checkout-sandbox-{(endpoint.Port > 0 ? endpoint.Port.ToString(CultureInfo.InvariantCulture) : merchantId)}";
        var secure = certificates is null ? CookieSecurePolicy.None : CookieSecurePolicy.Always;
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAntiforgery(options =>
        {
            options.FormFieldName = "form-token";
            options.Cookie.Name = cookie;
            options.Cookie.SecurePolicy = secure;
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        builder.Services.AddAuthentication(MerchantSession.Scheme).AddCookie(MerchantSession.Scheme, options =>
        {
            // The pages of buyers do not get it: a buyer's form stays valid if a merchant signs in with the same browser.
            options.Cookie.Path = "/sell";
            options.Cookie.Name = $"{cookie}-merchant";
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = secure;
            options.Cookie.SameSite = SameSiteMode.Strict;
        });

        // A name that another site lets point to this machine is not one of the pages.
        var address = endpoint.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{endpoint.Address}]" : endpoint.Address.ToString();
        builder.Services.AddHostFiltering(options => options.AllowedHosts = ["localhost", address]);

        var host = builder.Build();
        var router = new PageRouter(routes, host.Services.GetRequiredService<IAntiforgery>());
        host.UseHostFiltering();
        host.UseAuthentication();
        host.Run(router.HandleAsync);
        return new PagesServer(await HttpServer.StartAsync(host, cancellationToken).ConfigureAwait(false));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}

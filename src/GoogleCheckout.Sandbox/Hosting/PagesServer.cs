using System.Net;
using GoogleCheckout.Sandbox.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>A Kestrel server for the pages, on loopback over plain HTTP: a browser has no client certificate and does not trust the sandbox's authority.</summary>
internal sealed class PagesServer : IAsyncDisposable
{
    private const int MaxFormBytes = 256 * 1024;

    private readonly WebApplication _host;

    private PagesServer(WebApplication host) => _host = host;

    /// <summary>The address of the pages.</summary>
    public Uri Address => new(_host.Urls.Single());

    /// <param name="endpoint">The address and port.</param>
    /// <param name="merchantId">The merchant's id. Cookies have no port, so that it distinguishes those of two sandboxes.</param>
    /// <param name="createRouter">Creates the router of the pages.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<PagesServer> StartAsync(IPEndPoint endpoint, string merchantId, Func<IAntiforgery, PageRouter> createRouter, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = SandboxServer.ShutdownTimeout);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAntiforgery(options =>
        {
            options.FormFieldName = "form-token";
            options.Cookie.Name = $"checkout-sandbox-{merchantId}";
            options.Cookie.SameSite = SameSiteMode.Strict;
        });

        // A name that another site lets point to this machine is not one of the pages.
        builder.Services.AddHostFiltering(options => options.AllowedHosts = ["localhost", endpoint.Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{endpoint.Address}]" : endpoint.Address.ToString()]);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MaxFormBytes;
            options.Listen(endpoint, listen => listen.Protocols = HttpProtocols.Http1);
        });

        var host = builder.Build();
        var router = createRouter(host.Services.GetRequiredService<IAntiforgery>());
        host.UseHostFiltering();
        host.Run(router.HandleAsync);
        try
        {
            await host.StartAsync(cancellationToken).ConfigureAwait(false);
            return new PagesServer(host);
        }
        catch
        {
            await host.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync().ConfigureAwait(false);
        await _host.DisposeAsync().ConfigureAwait(false);
    }
}

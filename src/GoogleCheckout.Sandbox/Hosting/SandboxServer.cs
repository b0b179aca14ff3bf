using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>
/// A Kestrel server for HTTPS and, if configured, plain HTTP on loopback. Its host is minimal: it reads no settings of the process, logs
/// nothing and does not handle Ctrl-C, so that many servers can run in one test process.
/// </summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    /// <summary>The time that running requests have when a server stops.</summary>
    public static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(1);

    private readonly WebApplication _host;

    private SandboxServer(WebApplication host) => _host = host;

    /// <summary>The HTTPS URL with address and port.</summary>
    public Uri Address => FindAddress(Uri.UriSchemeHttps)!;

    /// <summary>The plain HTTP URL; null if the server does not listen for plain HTTP.</summary>
    public Uri? PlainAddress => FindAddress(Uri.UriSchemeHttp);

    public static async Task<SandboxServer> StartAsync(
        CheckoutSandboxOptions settings, SandboxCertificates certificates, RequestDelegate handler, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = CheckoutXml.DefaultMaxBytes;
            options.Listen(settings.Endpoint, listen => listen.UseHttps(CreateTlsOptions(certificates, settings.RequireClientCertificate)));
            if (settings.HttpEndpoint is { } plain)
            {
                options.Listen(plain, listen => listen.Protocols = HttpProtocols.Http1);
            }
        });

        var host = builder.Build();
        host.Run(handler);
        try
        {
            await host.StartAsync(cancellationToken).ConfigureAwait(false);
            return new SandboxServer(host);
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

    private Uri? FindAddress(string scheme) => _host.Urls.Select(url => new Uri(url)).FirstOrDefault(url => url.Scheme == scheme);

    private static HttpsConnectionAdapterOptions CreateTlsOptions(SandboxCertificates certificates, bool requireClientCertificate) => new()
    {
        ServerCertificate = certificates.Server,
        ServerCertificateChain = [certificates.Authority],
        ClientCertificateMode = requireClientCertificate ? ClientCertificateMode.RequireCertificate : ClientCertificateMode.NoCertificate,
        ClientCertificateValidation = (certificate, _, _) => certificates.IsIssuerOf(certificate),
    };
}

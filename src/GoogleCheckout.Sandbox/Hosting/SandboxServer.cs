using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>
/// Kestrel over HTTPS on loopback, and over plain HTTP if asked to, in the barest host there is: it reads none of the process's settings, logs nothing
/// and leaves Ctrl-C to the process, so that many of them live side by side in one test run.
/// </summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(1);

    private readonly WebApplication _host;

    private SandboxServer(WebApplication host) => _host = host;

    /// <summary>Where it listens for HTTPS, by address and port.</summary>
    public Uri Address => AddressOf(Uri.UriSchemeHttps)!;

    /// <summary>Where it listens for plain HTTP; null where it does not.</summary>
    public Uri? PlainAddress => AddressOf(Uri.UriSchemeHttp);

    public static async Task<SandboxServer> StartAsync(
        CheckoutSandboxOptions settings, SandboxCertificates certificates, RequestDelegate answer, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopLimit);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = CheckoutXml.DefaultMaxBytes;
            options.Listen(settings.Endpoint, listen => listen.UseHttps(Tls(certificates, settings.RequireClientCertificate)));
            if (settings.HttpEndpoint is { } plain)
            {
                options.Listen(plain, listen => listen.Protocols = HttpProtocols.Http1);
            }
        });

        var host = builder.Build();
        host.Run(answer);
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

    private Uri? AddressOf(string scheme) => _host.Urls.Select(url => new Uri(url)).FirstOrDefault(url => url.Scheme == scheme);

    private static HttpsConnectionAdapterOptions Tls(SandboxCertificates certificates, bool requireClientCertificate) => new()
    {
        ServerCertificate = certificates.Server,
        ServerCertificateChain = [certificates.Authority],
        ClientCertificateMode = requireClientCertificate ? ClientCertificateMode.RequireCertificate : ClientCertificateMode.NoCertificate,
        ClientCertificateValidation = (certificate, _, _) => certificates.Issued(certificate),
    };

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

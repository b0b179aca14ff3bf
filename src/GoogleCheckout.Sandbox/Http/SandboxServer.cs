using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GoogleCheckout.Sandbox.Http;

/// <summary>
/// Kestrel over HTTPS on loopback, in the barest host there is: it reads none of the process's settings, logs nothing
/// and leaves Ctrl-C to the process, so that many of them live side by side in one test run.
/// </summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(1);

    private readonly WebApplication _host;

    private SandboxServer(WebApplication host) => _host = host;

    /// <summary>Where it listens, by address and port.</summary>
    public Uri Address => new(_host.Urls.First());

    public static async Task<SandboxServer> StartAsync(
        IPEndPoint endpoint, SandboxCertificates certificates, bool requireClientCertificate, RequestDelegate answer, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopLimit);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = CheckoutXml.DefaultMaxBytes;
            options.Listen(endpoint, listen => listen.UseHttps(Tls(certificates, requireClientCertificate)));
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

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>The server of the API, for HTTPS and, if configured, plain HTTP on loopback.</summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    private readonly HttpServer _server;

    private SandboxServer(HttpServer server) => _server = server;

    /// <summary>The HTTPS URL with address and port.</summary>
    public Uri Address => _server.FindAddress(Uri.UriSchemeHttps)!;

    /// <summary>The plain HTTP URL; null if the server does not listen for plain HTTP.</summary>
    public Uri? PlainAddress => _server.FindAddress(Uri.UriSchemeHttp);

    public static async Task<SandboxServer> StartAsync(
        CheckoutSandboxOptions settings, SandboxCertificates certificates, RequestDelegate handler, CancellationToken cancellationToken)
    {
        var builder = HttpServer.CreateBuilder(CheckoutXml.DefaultMaxBytes, options =>
        {
            options.Listen(settings.Endpoint, listen => listen.UseHttps(certificates.CreateTlsOptions(settings.RequireClientCertificate)));
            if (settings.HttpEndpoint is { } plain)
            {
                options.Listen(plain, listen => listen.Protocols = HttpProtocols.Http1);
            }
        });

        var host = builder.Build();
        host.Run(handler);
        return new SandboxServer(await HttpServer.StartAsync(host, cancellationToken).ConfigureAwait(false));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}

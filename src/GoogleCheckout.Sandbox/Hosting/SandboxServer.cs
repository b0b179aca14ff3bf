using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>The server of the API, for HTTPS and, if configured, plain HTTP on loopback.</summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    private readonly LoopbackServer _server;

    private SandboxServer(LoopbackServer server) => _server = server;

    /// <summary>The HTTPS URL with address and port.</summary>
    public Uri Address => _server.FindAddress(Uri.UriSchemeHttps)!;

    /// <summary>The plain HTTP URL; null if the server does not listen for plain HTTP.</summary>
    public Uri? PlainAddress => _server.FindAddress(Uri.UriSchemeHttp);

    public static async Task<SandboxServer> StartAsync(
        CheckoutSandboxOptions settings, SandboxCertificates certificates, RequestDelegate handler, CancellationToken cancellationToken)
    {
        var builder = LoopbackServer.CreateBuilder(CheckoutXml.DefaultMaxBytes, options =>
        {
            options.Listen(settings.Endpoint, listen => listen.UseHttps(CreateTlsOptions(certificates, settings.RequireClientCertificate)));
            if (settings.HttpEndpoint is { } plain)
            {
                options.Listen(plain, listen => listen.Protocols = HttpProtocols.Http1);
            }
        });

        var host = builder.Build();
        host.Run(handler);
        return new SandboxServer(await LoopbackServer.StartAsync(host, cancellationToken).ConfigureAwait(false));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static HttpsConnectionAdapterOptions CreateTlsOptions(SandboxCertificates certificates, bool requireClientCertificate) => new()
    {
        ServerCertificate = certificates.Server,
        ServerCertificateChain = [certificates.Authority],
        ClientCertificateMode = requireClientCertificate ? ClientCertificateMode.RequireCertificate : ClientCertificateMode.NoCertificate,
        ClientCertificateValidation = (certificate, _, _) => certificates.IsIssuerOf(certificate),
    };
}

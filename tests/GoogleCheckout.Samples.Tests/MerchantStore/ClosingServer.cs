using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>A service that takes what is sent and hangs up without an answer.</summary>
internal sealed class ClosingServer : IAsyncDisposable
{
    private readonly X509Certificate2 _certificate;
    private readonly WebApplication _server;

    private ClosingServer(X509Certificate2 certificate, WebApplication server)
    {
        _certificate = certificate;
        _server = server;
    }

    public Uri Address => new(new Uri(_server.Urls.Single()), "/checkout/api/checkout/v2/");

    public static async Task<ClosingServer> StartAsync()
    {
        var certificate = SelfSignedCertificate.Create();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var server = builder.Build();
        server.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Abort();
        });
        await server.StartAsync();
        return new ClosingServer(certificate, server);
    }

    /// <summary>Writes down what a client has to trust.</summary>
    /// <returns>The file's path.</returns>
    public string WriteAuthority(DirectoryInfo folder)
    {
        var path = Path.Combine(folder.FullName, "closing.pem");
        File.WriteAllText(path, _certificate.ExportCertificatePem());
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _certificate.Dispose();
    }
}

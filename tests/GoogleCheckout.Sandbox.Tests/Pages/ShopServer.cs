using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The server of a shop, with any certificate or none, on a free port.</summary>
internal sealed class ShopServer : IAsyncDisposable
{
    private readonly WebApplication _host;

    private ShopServer(WebApplication host) => _host = host;

    /// <summary>The port.</summary>
    public int Port => new Uri(_host.Urls.Single()).Port;

    public static async Task<ShopServer> StartAsync(RequestDelegate handler, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        var host = builder.Build();
        host.Run(handler);
        await host.StartAsync();
        return new ShopServer(host);
    }

    /// <summary>Creates a certificate that is its own issuer.</summary>
    public static X509Certificate2 CreateCertificate(string name, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(from, until);
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();
}

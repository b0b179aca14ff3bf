using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using GoogleCheckout.Calculations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace GoogleCheckout.AspNetCore;

/// <summary>A shop's site on HTTPS, and the service that asks it what an order costs.</summary>
internal sealed class CalculationSite : IAsyncDisposable
{
    private const string MerchantId = "1234567890";

    private readonly WebApplication _app;
    private readonly HttpClient _service;
    private readonly X509Certificate2 _certificate;

    private CalculationSite(WebApplication app, HttpClient service, X509Certificate2 certificate, FakeLogCollector log) =>
        (_app, _service, _certificate, Log) = (app, service, certificate, log);

    public FakeLogCollector Log { get; }

    public static async Task<CalculationSite> StartAsync(Action<IServiceCollection> register)
    {
        var log = new FakeLogCollector();
        var certificate = SelfSignedCertificate.Create();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders().AddCollector(log);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        Register(builder.Services);
        register(builder.Services);
        var app = builder.Build();
        Map(app);
        await app.StartAsync();
        return new CalculationSite(app, Service(new Uri(app.Urls.Single()), certificate), certificate, log);
    }

    /// <summary>Asks as the service does.</summary>
    public async Task<HttpResponseMessage> AskAsync(MerchantCalculationCallback callback, string merchantKey = "key:with:colons")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/checkout/callback", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{MerchantId}:{merchantKey}")));
        request.Content = new StringContent(callback.ToXmlString(), Encoding.UTF8, "application/xml");
        return await _service.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        _service.Dispose();
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private static void Register(IServiceCollection services) => services.AddGoogleCheckout(options =>
    {
        options.MerchantId = MerchantId;
        options.MerchantKey = "key:with:colons";
        options.Environment = CheckoutEnvironment.Production;
    });

    private static void Map(WebApplication app) => app.MapGoogleCheckout("/checkout/callback");

    // One connection, so that whatever is sent too much would be found before the next response.
    private static HttpClient Service(Uri address, X509Certificate2 certificate)
    {
        var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 1 };
        handler.SslOptions.CertificateChainPolicy = SelfSignedCertificate.CreateTrustPolicy(certificate);
        return new HttpClient(handler) { BaseAddress = address };
    }
}

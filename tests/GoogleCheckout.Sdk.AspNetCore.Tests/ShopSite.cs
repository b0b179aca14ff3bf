using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using GoogleCheckout.Notifications;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace GoogleCheckout.AspNetCore;

/// <summary>A merchant's site on Kestrel, with HTTPS and HTTP, and a client that posts as the service does.</summary>
internal sealed class ShopSite : IAsyncDisposable
{
    public const string MerchantId = "1234567890";
    public const string MerchantKey = "key:with:colons";
    public const string Path = "/checkout/callback";

    private readonly WebApplication _app;
    private readonly X509Certificate2 _certificate;

    private ShopSite(WebApplication app, X509Certificate2 certificate, FakeLogCollector log, FakeTimeProvider clock, ConcurrentQueue<(string Merchant, Notification Notification)> handled)
    {
        (_app, _certificate, Log, Clock, Handled) = (app, certificate, log, clock, handled);
        Service = new HttpClient(new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = SelfSignedCertificate.CreateTrustPolicy(certificate) } }) { BaseAddress = Address(Uri.UriSchemeHttps) };
    }

    public FakeLogCollector Log { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>The handled notifications, with their merchants.</summary>
    public ConcurrentQueue<(string Merchant, Notification Notification)> Handled { get; }

    /// <summary>Posts as the service does, over HTTPS.</summary>
    public HttpClient Service { get; }

    public Uri CallbackUrl => new(Address(Uri.UriSchemeHttps), Path);

    public static AuthenticationHeaderValue Credentials { get; } = CreateCredentials(MerchantKey);

    /// <param name="configure">Registers more services. If it registers no merchant, the merchant of the constants is registered, in the sandbox environment.</param>
    /// <param name="handle">The handler; null to record notifications in <see cref="Handled"/>.</param>
    /// <param name="use">Adds middleware before the endpoint.</param>
    /// <param name="map">Maps the endpoint.</param>
    /// <param name="certificate">The certificate of the server; null to create one.</param>
    public static async Task<ShopSite> StartAsync(
        Action<WebApplicationBuilder>? configure = null,
        Func<Notification, NotificationContext, CancellationToken, Task>? handle = null,
        Action<WebApplication>? use = null,
        Action<WebApplication>? map = null,
        X509Certificate2? certificate = null)
    {
        var (log, clock, handled) = (new FakeLogCollector(), new FakeTimeProvider(TestTime.Start), new ConcurrentQueue<(string, Notification)>());
        certificate ??= SelfSignedCertificate.Create();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders().AddCollector(log);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate));
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton(handle ?? RecordAsync);
        builder.Services.AddNotificationHandler<DelegateNotificationHandler>();
        configure?.Invoke(builder);
        if (!builder.Services.Any(service => service.ServiceType == typeof(CheckoutClient)))
        {
            builder.Services.AddGoogleCheckout(SetMerchant);
        }

        var app = builder.Build();
        use?.Invoke(app);
        (map ?? (site => site.MapGoogleCheckout(Path)))(app);
        await app.StartAsync();
        return new ShopSite(app, certificate, log, clock, handled);

        Task RecordAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken)
        {
            handled.Enqueue((context.Merchant, notification));
            return Task.CompletedTask;
        }
    }

    public static void SetMerchant(CheckoutOptions options)
    {
        options.MerchantId = MerchantId;
        options.MerchantKey = MerchantKey;
        options.Environment = CheckoutEnvironment.Sandbox;
    }

    public static AuthenticationHeaderValue CreateCredentials(string key) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{MerchantId}:{key}")));

    public Task<HttpResponseMessage> PushAsync(string xml) => PostAsync(new StringContent(xml, Encoding.UTF8, "application/xml"), Credentials);

    public Task<HttpResponseMessage> PostSerialNumberAsync(string serialNumber) =>
        PostAsync(new FormUrlEncodedContent([new("serial-number", serialNumber)]), credentials: null);

    public async Task<HttpResponseMessage> PostAsync(HttpContent body, AuthenticationHeaderValue? credentials, string scheme = "https")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address(scheme), Path)) { Content = body };
        request.Headers.Authorization = credentials;
        return await Service.SendAsync(request);
    }

    /// <summary>Opens a connection for sending bytes that a normal client would not send.</summary>
    public async Task<SslStream> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, Address(Uri.UriSchemeHttps).Port);
        var tls = new SslStream(new NetworkStream(socket, ownsSocket: true));
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "127.0.0.1", CertificateChainPolicy = SelfSignedCertificate.CreateTrustPolicy(_certificate) });
        return tls;
    }

    public async ValueTask DisposeAsync()
    {
        Service.Dispose();
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private Uri Address(string scheme) => new(_app.Urls.Single(url => url.StartsWith(scheme + "://", StringComparison.Ordinal)));
}

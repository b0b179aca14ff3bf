using System.Collections.Concurrent;
using System.Net;
using GoogleCheckout.Notifications;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Cli.Callbacks;

/// <summary>A merchant's site over TLS: the endpoint of the SDK, and an address that keeps what arrives.</summary>
internal sealed class CallbackSite : IAsyncDisposable
{
    public const string MerchantId = "1234567890";
    public const string MerchantKey = "secret-key-of-the-test";

    private readonly TestCertificateAuthority _authority = new();
    private WebApplication _app = null!;

    public ConcurrentQueue<ChargeAmountNotification> Charges { get; } = [];

    public ConcurrentQueue<(string? Authorization, string Body)> Posts { get; } = [];

    /// <summary>The response of the address that keeps what arrives.</summary>
    public (int Status, string Body) Response { get; set; } = (200, string.Empty);

    public Uri Callback => new(new Uri(_app.Urls.Single()), "/checkout/callback");

    public Uri Recorder => new(new Uri(_app.Urls.Single()), "/recorder");

    public string RootCertificate => _authority.Root.ExportCertificatePem();

    public static async Task<CallbackSite> StartAsync()
    {
        var site = new CallbackSite();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(site._authority.Server())));
        builder.Services.AddSingleton(site.Charges);
        builder.Services.AddNotificationHandler<ChargeRecorder>();
        builder.Services.AddGoogleCheckout(options => (options.MerchantId, options.MerchantKey, options.Environment) = (MerchantId, MerchantKey, CheckoutEnvironment.Sandbox));
        site._app = builder.Build();
        site._app.MapGoogleCheckout("/checkout/callback");
        site._app.MapPost("/recorder", site.RecordAsync);
        await site._app.StartAsync();
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _authority.Dispose();
    }

    private async Task RecordAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        Posts.Enqueue((context.Request.Headers.Authorization, await reader.ReadToEndAsync()));
        context.Response.StatusCode = Response.Status;
        await context.Response.WriteAsync(Response.Body);
    }

    private sealed class ChargeRecorder(ConcurrentQueue<ChargeAmountNotification> charges) : INotificationHandler<ChargeAmountNotification>
    {
        public Task HandleAsync(ChargeAmountNotification notification, NotificationContext context, CancellationToken cancellationToken)
        {
            charges.Enqueue(notification);
            return Task.CompletedTask;
        }
    }
}

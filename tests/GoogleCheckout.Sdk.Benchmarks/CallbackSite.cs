using System.Net;
using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Notifications;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Benchmarks;

/// <summary>The merchant's site, in a separate process. It prints its port and runs until its input ends.</summary>
internal static class CallbackSite
{
    public const string MerchantId = "123456789012345";
    public const string MerchantKey = "benchmark";

    /// <param name="root">The file to which it writes its certificate; null for plain HTTP.</param>
    public static async Task RunAsync(string? root)
    {
        using var certificate = root is null ? null : CreateCertificate(root);
        await using var app = Site(certificate);
        await app.StartAsync();
        Console.WriteLine(new Uri(app.Urls.Single()).Port);
        await Console.In.ReadToEndAsync();
    }

    private static WebApplication Site(X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateBuilder();

        // If warnings are not logged, notifications are not checked for inconsistencies, which is not part of the budget.
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        builder.Services.AddGoogleCheckout(options =>
        {
            options.MerchantId = MerchantId;
            options.MerchantKey = MerchantKey;
            options.Environment = CheckoutEnvironment.Sandbox;
        });
        builder.Services.AddNotificationHandler<NothingToDo>();
        var app = builder.Build();
        app.MapGoogleCheckout("/callback");
        app.MapPost("/empty", ReadAsync);
        return app;
    }

    private static X509Certificate2 CreateCertificate(string root)
    {
        var certificate = SelfSignedCertificate.Create();
        File.WriteAllText(root, certificate.ExportCertificatePem());
        return certificate;
    }

    private static async Task ReadAsync(HttpContext context)
    {
        var body = new byte[(int)context.Request.ContentLength!.Value];
        await context.Request.Body.ReadExactlyAsync(body, context.RequestAborted);
    }

    private sealed class NothingToDo : INotificationHandler<NewOrderNotification>
    {
        public Task HandleAsync(NewOrderNotification notification, NotificationContext context, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

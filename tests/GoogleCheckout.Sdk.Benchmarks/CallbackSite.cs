using System.Net;
using GoogleCheckout.Notifications;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Benchmarks;

/// <summary>The site of <see cref="CallbackThroughput"/>, in a process of its own: it prints its port, and runs until its input ends.</summary>
internal static class CallbackSite
{
    public const string MerchantId = "123456789012345";
    public const string MerchantKey = "benchmark";

    public static async Task RunAsync()
    {
        await using var app = Site();
        await app.StartAsync();
        Console.WriteLine(new Uri(app.Urls.Single()).Port);
        await Console.In.ReadToEndAsync();
    }

    private static WebApplication Site()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
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

    private static async Task ReadAsync(HttpContext context)
    {
        var body = new byte[(int)context.Request.ContentLength!.Value];
        await context.Request.Body.ReadExactlyAsync(body, context.RequestAborted);
    }

    private sealed class NothingToDo : INotificationHandler<NewOrderNotification>
    {
        public Task HandleAsync(NewOrderNotification notification, NotificationContext context, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}

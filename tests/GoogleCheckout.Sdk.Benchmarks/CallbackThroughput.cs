using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using GoogleCheckout.Notifications;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Benchmarks;

/// <summary>
/// Notifications received, from credentials to acknowledgment, beside an empty endpoint of the same Kestrel that reads the
/// same body: 32 connections from a process of their own, the two alternating. Budget: at least 60 % of the empty one's
/// requests per second.
/// </summary>
internal static class CallbackThroughput
{
    private const string MerchantId = "123456789012345";
    private const string MerchantKey = "benchmark";
    private const int Rounds = 5;

    public static async Task MeasureAsync()
    {
        await using var app = Site();
        await app.StartAsync();
        var port = new Uri(app.Urls.Single()).Port;
        await MeasureAsync(port, "/empty");
        await MeasureAsync(port, "/callback");

        var (empty, callback) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            empty.Add(await MeasureAsync(port, "/empty"));
            callback.Add(await MeasureAsync(port, "/callback"));
            Print($"empty endpoint {empty[^1]:F0}/s, callbacks {callback[^1]:F0}/s, ratio {callback[^1] / empty[^1]:F3}");
        }

        Print($"medians: empty endpoint {Median(empty):F0}/s, callbacks {Median(callback):F0}/s; median of the rounds' ratios {Median(empty.Zip(callback, (one, other) => other / one)):F3}");
    }

    /// <summary>The post that the load is made of.</summary>
    public static byte[] Request(string path) =>
    [
        .. Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"{MerchantId}:{MerchantKey}"))}\r\n"
            + $"Content-Type: application/xml; charset=UTF-8\r\nContent-Length: {SampleOrder.Document.Length}\r\n\r\n"),
        .. SampleOrder.Document,
    ];

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

    /// <summary>Has another process put the path under load.</summary>
    private static async Task<double> MeasureAsync(int port, string path)
    {
        using var load = Process.Start(new ProcessStartInfo("dotnet", [typeof(CallbackThroughput).Assembly.Location, "callback-load", port.ToString(CultureInfo.InvariantCulture), path]) { RedirectStandardOutput = true })!;
        var result = await load.StandardOutput.ReadToEndAsync();
        await load.WaitForExitAsync();
        return double.Parse(result, CultureInfo.InvariantCulture);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static void Print(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));

    private sealed class NothingToDo : INotificationHandler<NewOrderNotification>
    {
        public Task HandleAsync(NewOrderNotification notification, NotificationContext context, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}

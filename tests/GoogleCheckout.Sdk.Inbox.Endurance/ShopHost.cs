using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace GoogleCheckout.Endurance;

/// <summary>The merchant's site. It ends when its standard input does, and so with the program that started it.</summary>
internal static class ShopHost
{
    public const string CallbackPath = "/checkout/callback";

    /// <summary>Printed before the address of the site.</summary>
    public const string Listening = "listening ";

    /// <summary>Printed before the <see cref="Generation"/>, when a changed configuration was read.</summary>
    public const string Reloaded = "reloaded ";

    /// <summary>The number of the configuration, as a setting in it.</summary>
    public const string Generation = "Generation";

    private static readonly TimeSpan PollingInterval = TimeSpan.FromMinutes(1);

    public static async Task RunAsync(HostSettings settings)
    {
        await using var database = settings.Connect();
        using var certificate = X509CertificateLoader.LoadPkcs12FromFile(settings.ServerCertificatePath, password: null);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddJsonFile(settings.ConfigurationPath, optional: false, reloadOnChange: true);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var services = builder.Services;
        services.AddSingleton(settings).AddSingleton<WorkCounter>();
        services.AddSingleton<TimeProvider>(new FasterTimeProvider(settings.Started, settings.Speed, settings.Ahead));
        services.AddGoogleCheckout(builder.Configuration);
        services.Configure<CheckoutOptions>(options => options.TimeProvider = TimeProvider.System);
        services.AddNotificationInbox(database);
        services.AddNotificationHandler<OrderHandler>();
        services.AddNotificationPolling(options => options.Interval = PollingInterval);
        services.AddCheckoutOutbox(database);
        services.AddCommandOutcomeHandler<OrderHandler>();
        services.AddHostedService<Storefront>();
        services.AddHostedService<Sampler>();
        await using var app = builder.Build();
        app.MapGoogleCheckout(CallbackPath);
        using var change = ChangeToken.OnChange(((IConfigurationRoot)app.Configuration).GetReloadToken, () => Console.WriteLine(Reloaded + app.Configuration[Generation]));
        await app.StartAsync();
        Console.WriteLine(Listening + app.Urls.Single());
        Console.WriteLine(NodeProcess.Ready);
        while (await Console.In.ReadLineAsync() is not null)
        {
            // Nothing is written to it; only its end counts.
        }

        await app.StopAsync();
    }
}

using GoogleCheckout.Orders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Outbox.MoneyChaos;

/// <summary>A node that executes the outbox's commands. It ends when its standard input does, and so with the program that started it.</summary>
internal static class Worker
{
    public static async Task RunAsync(WorkerSettings settings)
    {
        await using var shop = new ShopDatabase(settings.Database, settings.ConnectionString);
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(settings.Clock);
        AddMerchants(builder.Services, settings);
        builder.Services.AddCheckoutOutbox(shop.DataSource, settings.Configure);
        builder.Services.AddCommandOutcomeHandler<OutcomeHandler>();
        using var host = builder.Build();
        await host.StartAsync();
        Console.WriteLine(NodeProcess.Ready);
        while (await Console.In.ReadLineAsync() is not null)
        {
            // Nothing is written to it; only its end counts.
        }

        await host.StopAsync();
    }

    private static void AddMerchants(IServiceCollection services, WorkerSettings settings)
    {
        services.AddGoogleCheckout(settings.Configure);
        services.ConfigureAll<OrderReconcilerOptions>(settings.Configure);
        if (settings.BreaksOrderLock)
        {
            for (var lane = 0; lane < WorkerSettings.Lanes; lane++)
            {
                services.AddGoogleCheckout(settings.GetMerchant(lane), settings.Configure);
            }
        }

        if (settings.BreaksLookUp)
        {
            var options = new CheckoutOptions();
            settings.Configure(options);
            services.AddSingleton<CheckoutClient>(_ => new RepeatingClient(new CheckoutClient(options)));
        }
    }
}

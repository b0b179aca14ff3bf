using System.Collections.Concurrent;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.AspNetCore;

/// <summary>Code of docs/testing.md, compiled and run.</summary>
public class SiteTestSnippets
{
    // <site>
    [Test]
    public async Task Shop_WhenAnOrderIsPlaced_IsNotified()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        await using var shop = Shop.Build(["--urls=http://127.0.0.1:0"], services => services.AddGoogleCheckout(sandbox.Configure));
        await shop.StartAsync();
        sandbox.CallbackUrl = new Uri($"{shop.Urls.First()}/checkout/callback");

        var client = shop.Services.GetRequiredService<CheckoutClient>();
        var order = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleNotifications.Cart()));
        await sandbox.DeliverAsync();

        Assert.That(shop.Services.GetRequiredService<ConcurrentQueue<string>>(), Is.EqualTo(new[] { order.GoogleOrderNumber }));
        Assert.That(sandbox.Deliveries.Single().IsAcknowledged);
    }
    // </site>

    // <shop>
    internal static class Shop
    {
        public static WebApplication Build(string[] args, Action<IServiceCollection>? configure = null)
        {
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddGoogleCheckout(builder.Configuration);
            builder.Services.AddNotificationHandler<RecordOrders>();
            builder.Services.AddSingleton<ConcurrentQueue<string>>();
            configure?.Invoke(builder.Services);
            var shop = builder.Build();
            shop.MapGoogleCheckout("/checkout/callback");
            return shop;
        }
    }
    // </shop>

    [TestCase("--GoogleCheckout:ClientCertificate:Path=merchant.pfx", "--GoogleCheckout:ClientCertificate:Password=secret")]
    [TestCase("--GoogleCheckout:ClientCertificate:Path=merchant.crt", "--GoogleCheckout:ClientCertificate:KeyPath=merchant.key")]
    [TestCase("--GoogleCheckout:ClientCertificate:Thumbprint=AB", "--GoogleCheckout:TrustedCertificate=gateway.pem")]
    [TestCase("--GoogleCheckout:Environment=gateway.example", "--GoogleCheckout:Callbacks:BodyTimeout=00:00:05")]
    [TestCase("--MerchantId=of another program", "--Environment=Development")]
    public async Task Configure_OnTopOfAConfiguredShop_ReplacesItsMerchant(string setting, string another)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        await using var shop = Shop.Build(
            ["--urls=http://127.0.0.1:0", "--GoogleCheckout:MerchantId=1234567890", "--GoogleCheckout:MerchantKey=key", setting, another],
            services => services.AddGoogleCheckout(sandbox.Configure));
        await shop.StartAsync();

        await shop.Services.GetRequiredService<CheckoutClient>().HelloAsync();

        Assert.That(sandbox.Requests, Has.Count.EqualTo(1));
    }

    internal sealed class RecordOrders(ConcurrentQueue<string> orders) : INotificationHandler<NewOrderNotification>
    {
        public Task HandleAsync(NewOrderNotification notification, NotificationContext context, CancellationToken cancellationToken)
        {
            orders.Enqueue(notification.GoogleOrderNumber);
            return Task.CompletedTask;
        }
    }
}

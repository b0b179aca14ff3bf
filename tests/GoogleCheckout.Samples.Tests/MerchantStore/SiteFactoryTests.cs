using GoogleCheckout.Sandbox;
using MerchantStore.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>Code of docs/testing-a-site.md, compiled and run: a site in the test's process, on a real port.</summary>
public class SiteFactoryTests
{
    // <test>
    [Test]
    public async Task Store_WhenAnOrderIsPlaced_HandlesItsNotification()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        await using var store = new StoreFactory(sandbox);
        store.UseKestrel(0);
        store.StartServer();
        sandbox.CallbackUrl = new Uri(store.ClientOptions.BaseAddress, "/checkout/callback");

        var client = store.Services.GetRequiredService<CheckoutClient>();
        var order = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleNotifications.Cart()));
        await sandbox.DeliverAsync();

        Assert.That(sandbox.Deliveries[0].IsAcknowledged, sandbox.Deliveries[0].ToString());
        await using var scope = store.Services.CreateAsyncScope();
        Assert.That(await scope.ServiceProvider.GetRequiredService<StoreContext>().Orders.FindAsync(order.GoogleOrderNumber), Is.Not.Null);
    }
    // </test>

    // <factory>
    internal sealed class StoreFactory(CheckoutSandbox sandbox) : WebApplicationFactory<StoreContext>
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseSetting("GoogleCheckout:MerchantId", sandbox.MerchantId)
            .UseSetting("GoogleCheckout:MerchantKey", sandbox.MerchantKey)
            .UseSetting("ConnectionStrings:Store", $"Data Source={Path.Combine(_folder.FullName, "shop.db")}")
            .ConfigureTestServices(services => services.AddGoogleCheckout(sandbox.Configure));

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            _folder.Delete(recursive: true);
        }
    }
    // </factory>
}

// <program>
using GoogleCheckout;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox;
using NUnit.Framework;

public class ShopTests
{
    [Test]
    public async Task Shop_WhenAnOrderIsPlaced_IsNotified()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        await using var shop = BuildShop(sandbox);
        await shop.StartAsync();
        sandbox.CallbackUrl = new Uri($"{shop.Urls.First()}/checkout/callback");

        var client = shop.Services.GetRequiredService<CheckoutClient>();
        var order = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleNotifications.Cart()));
        await sandbox.DeliverAsync();

        Assert.That(sandbox.Deliveries.Single().IsAcknowledged);
        Assert.That(shop.Services.GetRequiredService<List<string>>(), Is.EqualTo(new[] { order.GoogleOrderNumber }));
    }

    // A site has this in its Program.cs; the test adds its sandbox and a port.
    private static WebApplication BuildShop(CheckoutSandbox sandbox)
    {
        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Services.AddNotificationHandler<RecordOrders>();
        builder.Services.AddSingleton<List<string>>();
        builder.Services.AddGoogleCheckout(sandbox.Configure);
        var shop = builder.Build();
        shop.MapGoogleCheckout("/checkout/callback");
        return shop;
    }

    private sealed class RecordOrders(List<string> orders) : INotificationHandler<NewOrderNotification>
    {
        public Task HandleAsync(NewOrderNotification notification, NotificationContext context, CancellationToken cancellationToken)
        {
            orders.Add(notification.GoogleOrderNumber);
            return Task.CompletedTask;
        }
    }
}
// </program>

using System.Collections.Concurrent;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.AspNetCore;

/// <summary>Code of docs/testing.md, compiled and run.</summary>
public class SiteTestSnippets
{
    // <site>
    [Test]
    public async Task Site_WhenAnOrderIsPlaced_IsNotified()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddGoogleCheckout(sandbox.Configure);
        builder.Services.AddNotificationHandler<RecordOrders>();
        builder.Services.AddSingleton<ConcurrentQueue<string>>();
        await using var site = builder.Build();
        site.MapGoogleCheckout("/checkout/callback");
        await site.StartAsync();
        sandbox.CallbackUrl = new Uri($"{site.Urls.First()}/checkout/callback");

        var client = site.Services.GetRequiredService<CheckoutClient>();
        var order = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleNotifications.Cart()));
        await sandbox.DeliverAsync();

        Assert.That(site.Services.GetRequiredService<ConcurrentQueue<string>>(), Is.EqualTo(new[] { order.GoogleOrderNumber }));
        Assert.That(sandbox.Deliveries.Single().IsAcknowledged);
    }
    // </site>

    private sealed class RecordOrders(ConcurrentQueue<string> orders) : INotificationHandler<NewOrderNotification>
    {
        public Task HandleAsync(NewOrderNotification notification, NotificationContext context, CancellationToken cancellationToken)
        {
            orders.Enqueue(notification.GoogleOrderNumber);
            return Task.CompletedTask;
        }
    }
}

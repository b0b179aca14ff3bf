using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.AspNetCore;

/// <summary>The handshake of API version 2.5 with a sandbox on the other side: a serial number comes, and what it names is fetched.</summary>
public class SerialNumberHandshakeTests
{
    [Test]
    public async Task Post_OfAnOrdersSerialNumber_IsFetchedHandledAndAcknowledged()
    {
        await using var sandbox = await StartSandboxAsync();
        await using var site = await ShopSite.StartAsync(builder => builder.Services.AddGoogleCheckout(sandbox.ApplyWithoutRetries));
        var placed = await PlaceOrderAsync(sandbox);

        using var response = await site.PostSerialNumberAsync(placed.SerialNumber);

        await response.AssertAcknowledgesAsync(placed.SerialNumber);
        var handled = site.Handled.Single();
        Assert.That(handled.Notification, Is.TypeOf<NewOrderNotification>().With.Property("GoogleOrderNumber").EqualTo(placed.GoogleOrderNumber));
        Assert.That(handled.Notification.OriginalXml.IsEmpty, Is.False);
    }

    [Test]
    public async Task Post_OfAForgedSerialNumber_Is400AndNothingIsHandled()
    {
        await using var sandbox = await StartSandboxAsync();
        await using var site = await ShopSite.StartAsync(builder => builder.Services.AddGoogleCheckout(sandbox.ApplyWithoutRetries));

        using var response = await site.PostSerialNumberAsync("841171949013218-00001-7");

        await response.AssertRejectedAsync(HttpStatusCode.BadRequest);
        Assert.That(site.Handled, Is.Empty);
        Assert.That(sandbox.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Post_WhenTheServiceRefusesOurKey_Is503()
    {
        await using var sandbox = await StartSandboxAsync();
        var placed = await PlaceOrderAsync(sandbox);
        await using var site = await ShopSite.StartAsync(builder => builder.Services.AddGoogleCheckout(options =>
        {
            sandbox.ApplyWithoutRetries(options);
            options.MerchantKey = "changed over there";
        }));

        using var response = await site.PostSerialNumberAsync(placed.SerialNumber);

        await response.AssertRejectedAsync(HttpStatusCode.ServiceUnavailable);
        Assert.That(site.Log.GetLines(), Has.Some.StartWith("Error 208 "));
    }

    [Test]
    public async Task Post_WhenTheServiceIsDown_Is503()
    {
        var sandbox = await StartSandboxAsync();
        var placed = await PlaceOrderAsync(sandbox);
        await using var site = await ShopSite.StartAsync(builder => builder.Services.AddGoogleCheckout(sandbox.ApplyWithoutRetries));
        using var before = await site.PostSerialNumberAsync(placed.SerialNumber);
        await sandbox.DisposeAsync();

        using var response = await site.PostSerialNumberAsync(placed.SerialNumber);

        await before.AssertAcknowledgesAsync(placed.SerialNumber);
        await response.AssertRejectedAsync(HttpStatusCode.ServiceUnavailable);
    }

    private static Task<CheckoutSandbox> StartSandboxAsync() =>
        CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { MerchantId = ShopSite.MerchantId, MerchantKey = ShopSite.MerchantKey });

    private static async Task<NewOrderNotification> PlaceOrderAsync(CheckoutSandbox sandbox)
    {
        using var client = sandbox.CreateClient();
        var redirect = await client.CheckoutAsync(new CheckoutShoppingCart
        {
            ShoppingCart = new ShoppingCart { Items = [new Item { ItemName = "Tea", ItemDescription = "Green", UnitPrice = new Money(20m, "USD"), Quantity = 1 }] },
        });
        return await sandbox.PlaceOrderAsync(redirect);
    }
}

using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.AspNetCore;

/// <summary>The notifications of an order from the cart to the archive, in each of the three callback formats.</summary>
public class SandboxDeliveryTests
{
    [Test]
    public async Task Order_FromCartToDelivery_IsNotifiedOnceAndInOrder([Values] CallbackFormat format)
    {
        using var certificate = SelfSignedCertificate.Create();
        await using var sandbox = await StartSandboxAsync(format, certificate);
        await using var site = await ShopSite.StartAsync(builder => builder.Services.AddGoogleCheckout(sandbox.ApplyWithoutRetries), certificate: certificate);
        sandbox.CallbackUrl = site.CallbackUrl;

        var order = await OrderAndChargeAsync(sandbox);

        Assert.Multiple(() =>
        {
            Assert.That(sandbox.Deliveries, Has.All.Matches<SandboxDelivery>(delivery => delivery is { IsAcknowledged: true, Attempt: 1 }));
            Assert.That(site.Handled.Select(each => each.Notification.SerialNumber), Is.EqualTo(sandbox.Deliveries.Select(delivery => delivery.SerialNumber)));
            Assert.That(site.Handled.Select(each => each.Notification.GoogleOrderNumber), Has.All.EqualTo(order));
            Assert.That(site.Handled.Select(each => each.Notification.GetType()), Does.Contain(typeof(NewOrderNotification)).And.Contain(typeof(RiskInformationNotification)).And.Contain(typeof(ChargeAmountNotification)));
        });
    }

    [Test]
    public async Task Notification_HandlerFailsTwice_IsRedelivered([Values] CallbackFormat format)
    {
        var failures = 2;
        using var certificate = SelfSignedCertificate.Create();
        await using var sandbox = await StartSandboxAsync(format, certificate);
        await using var site = await ShopSite.StartAsync(
            builder => builder.Services.AddGoogleCheckout(sandbox.ApplyWithoutRetries),
            (_, _, _) => Interlocked.Decrement(ref failures) >= 0 ? throw new InvalidDataException("The warehouse is closed.") : Task.CompletedTask,
            certificate: certificate);
        sandbox.CallbackUrl = site.CallbackUrl;

        await PlaceOrderAsync(sandbox);
        await sandbox.DeliverAsync();
        await sandbox.AdvanceAsync(TimeSpan.FromSeconds(5));
        await sandbox.AdvanceAsync(TimeSpan.FromSeconds(10));

        var deliveries = sandbox.Deliveries.Where(delivery => delivery.SerialNumber == sandbox.Deliveries[0].SerialNumber);
        Assert.That(deliveries.Select(delivery => ((int?)delivery.StatusCode, delivery.IsAcknowledged)), Is.EqualTo(new[] { ((int?)500, false), ((int?)500, false), ((int?)200, true) }));
    }

    private static Task<CheckoutSandbox> StartSandboxAsync(CallbackFormat format, X509Certificate2 certificate) => CheckoutSandbox.StartAsync(new CheckoutSandboxOptions
    {
        MerchantId = ShopSite.MerchantId,
        MerchantKey = ShopSite.MerchantKey,
        CallbackFormat = format,
        CallbackTrustedCertificate = certificate,
        CallbackTimeout = TimeSpan.FromMinutes(1),
    });

    private static async Task<string> OrderAndChargeAsync(CheckoutSandbox sandbox)
    {
        var order = (await PlaceOrderAsync(sandbox)).GoogleOrderNumber;
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(2));
        using var client = sandbox.CreateClient();
        await client.ChargeOrderAsync(order);
        await client.DeliverOrderAsync(order);
        await sandbox.DeliverAsync();
        return order;
    }

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

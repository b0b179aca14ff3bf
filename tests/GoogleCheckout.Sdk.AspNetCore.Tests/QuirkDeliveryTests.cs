using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.AspNetCore;

/// <summary>Notifications with quirks, over TLS: the site handles them, or rejects them until they are correct.</summary>
public class QuirkDeliveryTests
{
    // Without readable content or without a serial number.
    private static readonly Quirk[] Unreadable = [Quirk.HtmlBody, Quirk.EmptyRoot, Quirk.NoSerialNumber, Quirk.UnreadableExpirationDate];

    [Test]
    public async Task Order_NotificationsWithQuirk_AreHandledOrRejectedUntilCorrect([Values] Quirk quirk)
    {
        using var certificate = SelfSignedCertificate.Create();
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions
        {
            MerchantId = ShopSite.MerchantId,
            MerchantKey = ShopSite.MerchantKey,
            CallbackTrustedCertificate = certificate,
            CallbackTimeout = TimeSpan.FromMinutes(1),
        });
        await using var site = await ShopSite.StartAsync(builder => builder.Services.AddGoogleCheckout(sandbox.ApplyWithoutRetries), certificate: certificate);
        sandbox.CallbackUrl = site.CallbackUrl;
        sandbox.Faults.OnDelivery<Notification>(DeliveryFault.WithQuirks(quirk));

        using var client = sandbox.CreateClient();
        await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleNotifications.Cart()));
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        var (acknowledged, rejected) = (sandbox.Deliveries.Count(delivery => delivery.IsAcknowledged), sandbox.Deliveries.Where(delivery => !delivery.IsAcknowledged).ToList());

        Assert.That(rejected, Unreadable.Contains(quirk) ? Is.Not.Empty : Is.Empty, string.Join('\n', rejected));
        Assert.That(rejected.Select(delivery => (int?)delivery.StatusCode), Is.All.EqualTo(400));
        Assert.That(acknowledged, Unreadable.Contains(quirk) ? Is.LessThan(4) : Is.EqualTo(4));
        Assert.That(site.Handled, Has.Count.EqualTo(quirk == Quirk.ReceiptInstead ? 0 : acknowledged));

        sandbox.Faults.Clear();
        await sandbox.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.That(site.Handled.Select(each => each.Notification.GetType()).Distinct().Count(), Is.EqualTo(KindsIn(quirk)));
    }

    // A receipt is acknowledged, but contains no notification.
    private static int KindsIn(Quirk quirk) => quirk switch
    {
        Quirk.ReceiptInstead => 0,
        Quirk.UnknownKind => 1,
        _ => 4,
    };
}

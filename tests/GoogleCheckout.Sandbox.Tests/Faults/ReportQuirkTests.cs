using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Faults;

/// <summary>The client's results for reports with quirks, over TLS.</summary>
[Parallelizable(ParallelScope.All)]
public class ReportQuirkTests
{
    [TestCase(Quirk.WrappedNotification)]
    [TestCase(Quirk.NotificationBesideTheList)]
    [TestCase(Quirk.HistoryWithoutSerialNumber)]
    [TestCase(Quirk.OlderPaging)]
    [TestCase(Quirk.ByteOrderMark)]
    [TestCase(Quirk.NamespaceDeclaredAgain)]
    [TestCase(Quirk.UnknownKind)]
    public async Task History_WithAQuirk_IsParsed(Quirk quirk)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var order = await PlaceAsync(sandbox, client);
        sandbox.Faults.OnDelivery<Notification>(DeliveryFault.WithQuirks(quirk));

        var history = await client.GetNotificationHistoryAsync(new NotificationHistoryRequest { OrderNumbers = [order.GoogleOrderNumber] }).ToListAsync();

        Assert.That(history, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Notification_WrappedInAHistory_IsFound()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var order = await PlaceAsync(sandbox, client);
        sandbox.Faults.OnDelivery<NewOrderNotification>(DeliveryFault.WithQuirks(Quirk.WrappedNotification));

        var found = await client.GetNotificationAsync(order.SerialNumber);

        Assert.That(found.SerialNumber, Is.EqualTo(order.SerialNumber));
    }

    [Test]
    public async Task Poll_WithAnEditedNotification_ContainsTheEdit()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        await PlaceAsync(sandbox, client);
        await sandbox.AdvanceAsync(TimeSpan.FromHours(1));
        sandbox.Faults.OnDelivery<NewOrderNotification>(DeliveryFault.Edit<NewOrderNotification>(told => told with { BuyerId = 4711 }));

        var token = await client.GetContinueTokenAsync(sandbox.Requests[0].ReceivedAt.AddMinutes(-10));
        var polled = new List<Notification>();
        await foreach (var answer in client.PollNotificationsAsync(token))
        {
            polled.AddRange(answer.Notifications);
        }

        Assert.That(polled.OfType<NewOrderNotification>().Single().BuyerId, Is.EqualTo(4711));
        Assert.That(polled, Has.Count.EqualTo(4));
    }

    private static async Task<NewOrderNotification> PlaceAsync(CheckoutSandbox sandbox, CheckoutClient client)
    {
        var order = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books));
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        return order;
    }
}

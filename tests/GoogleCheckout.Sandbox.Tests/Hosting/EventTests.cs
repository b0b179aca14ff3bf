using System.Collections.Concurrent;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Callbacks;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>The events of the sandbox.</summary>
[Parallelizable(ParallelScope.All)]
public class EventTests
{
    [Test]
    public async Task Events_OfAnOrder_MatchTheLogs()
    {
        await using var merchant = await MerchantServer.StartAsync();
        await using var sandbox = await CheckoutSandbox.StartAsync(merchant.Options());
        using var client = sandbox.CreateClient();
        var (requests, changes, deliveries) = (new ConcurrentQueue<SandboxRequest>(), new ConcurrentQueue<Notification>(), new ConcurrentQueue<SandboxDelivery>());
        sandbox.RequestAnswered += (_, e) => requests.Enqueue(e.Request);
        sandbox.OrderChanged += (_, e) => changes.Enqueue(e.Notification);
        sandbox.DeliveryCompleted += (_, e) => deliveries.Enqueue(e.Delivery);

        await PlaceAsync(sandbox, client);
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.That(requests, Has.Count.EqualTo(1).And.EqualTo(sandbox.Requests));
        Assert.That(deliveries, Has.Count.EqualTo(4).And.EqualTo(sandbox.Deliveries));
        Assert.That(changes, Is.EqualTo(sandbox.Deliveries.Select(delivery => delivery.Notification)));
    }

    [Test]
    public async Task OrderChanged_HandlerThatUsesTheSandbox_DoesNotHang()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        sandbox.OrderChanged += (_, e) =>
        {
            var notification = e.Notification;
            if (notification is AuthorizationAmountNotification)
            {
                client.ChargeOrderAsync(notification.GoogleOrderNumber).GetAwaiter().GetResult();
            }
            else if (notification is ChargeAmountNotification)
            {
                sandbox.ChargebackAsync(notification.GoogleOrderNumber).GetAwaiter().GetResult();
            }
        };

        var order = await PlaceAsync(sandbox, client);
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));

        var summary = (await client.GetOrderSummariesAsync([order]))[0];
        Assert.That(summary.TotalChargebackAmount, Is.EqualTo(summary.OrderTotal));
    }

    [Test]
    public async Task Handlers_Throwing_StopNothing()
    {
        await using var merchant = await MerchantServer.StartAsync();
        await using var sandbox = await CheckoutSandbox.StartAsync(merchant.Options());
        using var client = sandbox.CreateClient();
        var heard = 0;
        sandbox.RequestAnswered += (_, _) => throw new InvalidOperationException();
        sandbox.OrderChanged += (_, _) => throw new InvalidOperationException();
        sandbox.DeliveryCompleted += (_, _) => throw new InvalidOperationException();
        sandbox.DeliveryCompleted += (_, _) => Interlocked.Increment(ref heard);

        await PlaceAsync(sandbox, client);
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.That(heard, Is.EqualTo(4));
    }

    [Test]
    public async Task Handler_Removed_IsNotCalled()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var heard = new ConcurrentQueue<object?>();
        EventHandler<SandboxRequestEventArgs> handler = (sender, _) => heard.Enqueue(sender);
        sandbox.RequestAnswered += handler;
        await client.HelloAsync();
        sandbox.RequestAnswered -= handler;

        await client.HelloAsync();

        Assert.That(heard, Is.EqualTo(new[] { sandbox }));
    }

    private static async Task<string> PlaceAsync(CheckoutSandbox sandbox, CheckoutClient client) =>
        (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books))).GoogleOrderNumber;
}

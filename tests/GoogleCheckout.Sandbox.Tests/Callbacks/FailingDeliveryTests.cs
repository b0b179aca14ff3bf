using System.Net;
using System.Xml.Linq;
using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>Deliveries whose document cannot be built: each is a failed attempt with its reason, and nothing waits for it for ever.</summary>
[CancelAfter(60_000)]
public sealed class FailingDeliveryTests : DeliveryFixture
{
    private static readonly DeliveryFault[] FailingFaults =
    [
        DeliveryFault.EditXml(_ => new XElement("x", "\u0001")),
        DeliveryFault.EditXml(_ => throw new InvalidDataException("no such field")),
        DeliveryFault.EditXml(_ => null!),
        DeliveryFault.EditXml(root =>
        {
            root.SetAttributeValue("serial-number", "\uFFFF");
            return root;
        }),
        DeliveryFault.Edit<Notification>(_ => throw new InvalidDataException("no such field")),
    ];

    [TestCaseSource(nameof(FailingFaults))]
    public async Task Delivery_EditFails_IsAFailedAttemptAndRetried(DeliveryFault fault)
    {
        var sandbox = await StartAsync();
        sandbox.Faults.OnDelivery<NewOrderNotification>(fault);
        await PlaceAsync();

        await sandbox.DeliverAsync();
        await sandbox.AdvanceAsync(TimeSpan.FromSeconds(6));

        Assert.That(sandbox.Deliveries.Select(delivery => (delivery.Attempt, delivery.StatusCode, delivery.IsAcknowledged)), Is.EqualTo(new[] { (1, (HttpStatusCode?)null, false), (2, null, false) }));
        Assert.That(sandbox.Deliveries.Select(delivery => delivery.Error), Is.All.StartsWith("A fault could not be applied: "));
        Assert.That(Merchant.Posts, Is.Empty);

        sandbox.Faults.Clear();
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.That(Merchant.Posts.Select(post => post.SerialNumber[^7..]), Is.EqualTo(new[] { "00001-7", "00002-1", "00002-5", "00002-6" }));
    }

    [TestCase(CallbackFormat.NameValue)]
    [TestCase(CallbackFormat.SerialNumber)]
    public async Task Delivery_EditFailsInAnotherFormat_IsAFailedAttempt(CallbackFormat format)
    {
        var sandbox = await StartAsync(options => options.CallbackFormat = format);
        sandbox.Faults.OnDelivery<NewOrderNotification>(DeliveryFault.EditXml(_ => throw new InvalidDataException("no such field")));
        await PlaceAsync();

        await sandbox.DeliverAsync();

        Assert.That(sandbox.Deliveries.Single().Error, Is.EqualTo("A fault could not be applied: InvalidDataException: no such field"));
        Assert.That(Merchant.Posts, Is.Empty);
    }

    [Test]
    public async Task Delivery_EditFails_DoesNotHoldOtherOrders()
    {
        var sandbox = await StartAsync();
        sandbox.Faults.OnDelivery<NewOrderNotification>(FailingFaults[0], times: 1);
        var stuck = await PlaceAsync();
        var other = await PlaceAsync();

        await sandbox.DeliverAsync();

        Assert.That(sandbox.Deliveries.Select(delivery => (delivery.SerialNumber, delivery.IsAcknowledged)), Is.EquivalentTo(new[] { (stuck.SerialNumber, false), (other.SerialNumber, true) }));
    }

    [Test]
    public async Task DisposeAsync_WhileEditsFail_DisposesTheSandbox()
    {
        var sandbox = await StartAsync();
        sandbox.Faults.OnDelivery<Notification>(FailingFaults[0]);
        await PlaceAsync();
        await PlaceAsync();
        await sandbox.DeliverAsync();
        var (authority, address) = (sandbox.ClientCertificate, sandbox.BaseAddress);

        await sandbox.DisposeAsync();

        Assert.That(() => authority.GetCertHash(), Throws.InstanceOf<System.Security.Cryptography.CryptographicException>(), "the certificates are disposed");
        using var http = new HttpClient();
        Assert.That(async () => await http.GetAsync(address), Throws.TypeOf<HttpRequestException>(), "the server has stopped");
    }

    [Test]
    public async Task DisposeAsync_DuringAnEdit_WaitsForItAndDisposesTheSandbox()
    {
        var sandbox = await StartAsync();
        var (editing, proceed) = (new TaskCompletionSource(), new TaskCompletionSource());
        sandbox.Faults.OnDelivery<NewOrderNotification>(DeliveryFault.EditXml(_ =>
        {
            editing.TrySetResult();
            proceed.Task.Wait();
            throw new InvalidDataException("too late");
        }));
        await PlaceAsync();
        await editing.Task;

        var disposed = sandbox.DisposeAsync();
        proceed.SetResult();
        await disposed;

        Assert.That(() => sandbox.ClientCertificate.GetCertHash(), Throws.InstanceOf<System.Security.Cryptography.CryptographicException>());
    }

    [Test]
    public async Task Duplicate_MoreTimesThanAnInteger_IsDelivered()
    {
        var sandbox = await StartAsync();
        sandbox.Faults.OnDelivery<NewOrderNotification>(DeliveryFault.Duplicate(int.MaxValue));
        sandbox.Faults.OnDelivery<NewOrderNotification>(DeliveryFault.Duplicate(int.MaxValue));
        var third = new TaskCompletionSource();
        Merchant.Answer = (post, _) =>
        {
            if (Merchant.Posts.Count == 3)
            {
                third.TrySetResult();
            }

            return Task.FromResult((200, MerchantServer.Acknowledge(post.SerialNumber)));
        };

        await PlaceAsync();
        await third.Task;

        Assert.That(sandbox.Deliveries.Select(delivery => delivery.Error), Is.All.Null);
    }

    [Test]
    public async Task Fault_DeliveryAndReportsMeet_TakesOneStrikeForEachNotification()
    {
        const int Orders = 30;
        var sandbox = await StartAsync(options => options.CallbackUrl = null);
        using var client = sandbox.CreateClient();
        using var both = new Barrier(2);
        var meetings = 0;
        sandbox.Faults.OnDelivery(
            notification =>
            {
                // The delivery and the report both ask before one of them takes the fault.
                Interlocked.Increment(ref meetings);
                both.SignalAndWait(TimeSpan.FromSeconds(10));
                return notification is NewOrderNotification;
            },
            DeliveryFault.EditXml(root =>
            {
                root.SetAttributeValue("struck", "true");
                return root;
            }),
            times: Orders);
        sandbox.CallbackUrl = Merchant.CallbackUrl;

        for (var i = 0; i < Orders; i++)
        {
            var order = await PlaceAsync();
            await client.GetNotificationAsync(order.SerialNumber);
            await sandbox.DeliverAsync();
        }

        Assert.That(meetings, Is.EqualTo(2 * Orders));
        Assert.That(Merchant.Posts.Count(post => post.Body.Contains("struck", StringComparison.Ordinal)), Is.EqualTo(Orders), "no notification used up two strikes");
        Assert.That(sandbox.Deliveries.Count(delivery => delivery.IsAcknowledged), Is.EqualTo(Orders));
    }
}

using System.Net;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Api;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Faults;

/// <summary>Requests for which a test's code for faults fails, and requests that must not use up a fault.</summary>
public class FailingFaultTests
{
    private static readonly DeliveryFault[] FailingEdits =
    [
        DeliveryFault.EditXml(_ => throw new InvalidDataException("no such field")),
        DeliveryFault.EditXml(_ => null!),
        DeliveryFault.EditXml(root =>
        {
            root.Value = "\u0001";
            return root;
        }),
        DeliveryFault.Edit<NewOrderNotification>(_ => throw new InvalidDataException("no such field")),
    ];

    [Test]
    public async Task Request_PredicateThrows_Is500WithTheReason()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = CreateClient(sandbox);
        sandbox.Faults.When(message => ((OrderCommand)message).GoogleOrderNumber == "1", SandboxFault.Truncate);

        var failed = Assert.ThrowsAsync<CheckoutApiException>(() => client.HelloAsync())!;

        AssertFailed(sandbox, failed, "A fault could not be applied: InvalidCastException: ");
    }

    [Test]
    public async Task Report_PredicateThrows_Is500WithTheReason()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = CreateClient(sandbox);
        var order = await PlaceAsync(sandbox, client);
        sandbox.Faults.OnDelivery(_ => throw new InvalidOperationException("not now"), DeliveryFault.Unknown());

        var failed = Assert.ThrowsAsync<CheckoutApiException>(() => client.GetNotificationAsync(order.SerialNumber))!;

        AssertFailed(sandbox, failed, "A fault could not be applied: InvalidOperationException: not now");
    }

    [TestCaseSource(nameof(FailingEdits))]
    public async Task Report_EditFails_Is500WithTheReasonEachTime(DeliveryFault fault)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = CreateClient(sandbox);
        var order = await PlaceAsync(sandbox, client);
        sandbox.Faults.OnDelivery<NewOrderNotification>(fault);

        for (var i = 0; i < 2; i++)
        {
            var failed = Assert.ThrowsAsync<CheckoutApiException>(() => client.GetNotificationAsync(order.SerialNumber))!;
            AssertFailed(sandbox, failed, "A fault could not be applied: ");
        }

        sandbox.Faults.Clear();
        Assert.That(await client.GetNotificationAsync(order.SerialNumber), Is.TypeOf<NewOrderNotification>());
    }

    [Test]
    public async Task Request_AtTheWrongAddress_DoesNotUseUpTheFault()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = CreateClient(sandbox);
        using var raw = new RawClient(sandbox);
        sandbox.Faults.Next(SandboxFault.Refuse("Not today"));

        foreach (var (service, message) in new (string, CheckoutMessage)[]
        {
            ("reports", new ArchiveOrderRequest { GoogleOrderNumber = "1" }),
            ("request", new OrderSummaryRequest { OrderNumbers = ["1"] }),
            ("merchantCheckout", new Hello()),
        })
        {
            var (status, response) = await raw.PostAsync(service, message);
            Assert.That((status, response), Is.EqualTo((HttpStatusCode.BadRequest, response as ErrorResponse)), service);
        }

        Assert.That(sandbox.Requests.Select(request => request.Fault), Is.All.Null);
        Assert.That(Assert.ThrowsAsync<CheckoutApiException>(() => client.HelloAsync())!.ErrorMessage, Is.EqualTo("Not today"));
    }

    [Test]
    public async Task Request_GivenUpDuringADelay_IsInRequestsAndNotExecuted()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = CreateClient(sandbox);
        var order = await PlaceAsync(sandbox, client);
        var answered = new TaskCompletionSource<SandboxRequest>();
        sandbox.RequestAnswered += (_, args) => answered.TrySetResult(args.Request);
        using var stop = new CancellationTokenSource();
        var arrived = new TaskCompletionSource();
        sandbox.Faults.When(_ => arrived.TrySetResult(), SandboxFault.Delay(TimeSpan.FromHours(1)), times: 1);

        var archived = client.ArchiveOrderAsync(order.GoogleOrderNumber, stop.Token);
        await arrived.Task;
        await stop.CancelAsync();

        Assert.That(async () => await archived, Throws.InstanceOf<OperationCanceledException>());
        Assert.That((await answered.Task).ToString(), Does.EndWith($"ArchiveOrderRequest of order {order.GoogleOrderNumber}: 0 Delay"));
        Assert.That((await client.GetOrderSummariesAsync([order.GoogleOrderNumber]))[0].Archived, Is.False);
    }

    private static void AssertFailed(CheckoutSandbox sandbox, CheckoutApiException failed, string reason)
    {
        var request = sandbox.Requests[^1];
        Assert.That((failed.StatusCode, request.StatusCode), Is.EqualTo((HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError)));
        Assert.That(failed.ErrorMessage, Does.StartWith(reason));
        Assert.That(request.Fault!.ToString(), Is.EqualTo($"Failed: {failed.ErrorMessage}"));
        Assert.That(((ErrorResponse)request.Response!).ErrorMessage, Is.EqualTo(failed.ErrorMessage));
    }

    private static CheckoutClient CreateClient(CheckoutSandbox sandbox)
    {
        var options = sandbox.CreateOptions();
        options.RetryQueries = false;
        return new CheckoutClient(options);
    }

    private static async Task<NewOrderNotification> PlaceAsync(CheckoutSandbox sandbox, CheckoutClient client) =>
        await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books));
}

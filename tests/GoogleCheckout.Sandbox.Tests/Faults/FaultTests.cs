using System.Net;
using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Faults;

/// <summary>Request faults, and the client's behavior with them over TLS.</summary>
public class FaultTests
{
    private static readonly object?[][] Faults =
    [
        [SandboxFault.Refuse("Not today"), typeof(CheckoutApiException), false, false, false],
        [SandboxFault.Unavailable, typeof(CheckoutException), true, true, false],
        [SandboxFault.DropBefore, typeof(CheckoutException), true, true, false],
        [SandboxFault.DropAfter, typeof(CheckoutException), true, true, true],
        [SandboxFault.Truncate, typeof(CheckoutXmlException), true, false, true],
        [SandboxFault.Delay(TimeSpan.FromMinutes(1)), typeof(CheckoutException), true, true, false],
    ];

    [TestCaseSource(nameof(Faults))]
    public async Task Command_WithAFault_FailsAsListed(SandboxFault fault, Type exception, bool outcomeUnknown, bool isTransient, bool isCarriedOut)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var options = sandbox.CreateOptions();
        options.Timeout = TimeSpan.FromSeconds(5);
        using var client = new CheckoutClient(options);
        var order = await PlaceAsync(sandbox, client);
        sandbox.Faults.Next(fault);

        var thrown = Assert.CatchAsync<CheckoutException>(() => client.ArchiveOrderAsync(order))!;

        Assert.That(thrown, Is.TypeOf(exception));
        Assert.That((thrown.OutcomeUnknown, thrown.IsTransient), Is.EqualTo((outcomeUnknown, isTransient)));
        Assert.That((await client.GetOrderSummariesAsync([order]))[0].Archived, Is.EqualTo(isCarriedOut));
    }

    [Test]
    public async Task Command_WithRefuse_HasTheReason()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        sandbox.Faults.Next(SandboxFault.Refuse("Not today"));

        var refused = Assert.ThrowsAsync<CheckoutApiException>(() => client.ArchiveOrderAsync("1"))!;

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.ErrorMessage, Is.EqualTo("Not today"));
    }

    [Test]
    public async Task DropDuring_Command_IsExecutedAfterTheConnectionIsDropped()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var order = await PlaceAsync(sandbox, client);
        var executed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        sandbox.RequestAnswered += (_, e) =>
        {
            if (e.Request.Message is ArchiveOrderRequest)
            {
                executed.TrySetResult();
            }
        };
        sandbox.Faults.Next(SandboxFault.DropDuring(TimeSpan.FromMilliseconds(1)));

        var thrown = Assert.CatchAsync<CheckoutException>(() => client.ArchiveOrderAsync(order))!;
        await executed.Task;

        Assert.That((thrown.OutcomeUnknown, thrown.IsTransient), Is.EqualTo((true, true)));
        Assert.That((await client.GetOrderSummariesAsync([order]))[0].Archived, Is.True);
    }

    [Test]
    public async Task DropDuring_SandboxStopsFirst_DoesNotWait()
    {
        var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var order = await PlaceAsync(sandbox, client);
        sandbox.Faults.Next(SandboxFault.DropDuring(TimeSpan.FromDays(1)));
        Assert.CatchAsync<CheckoutException>(() => client.ArchiveOrderAsync(order));

        await sandbox.DisposeAsync();

        Assert.That(sandbox.Requests[^1].Response, Is.Null);
    }

    [Test]
    public async Task Delay_ShorterThanTheClientTimeout_ReturnsTheUsualResponse()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        sandbox.Faults.Next(SandboxFault.Delay(TimeSpan.FromMilliseconds(1)));

        Assert.That(await client.HelloAsync(), Is.InstanceOf<Bye>());
    }

    [Test]
    public async Task When_WithTimes_AppliesToThatManyRequests()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var order = await PlaceAsync(sandbox, client);
        sandbox.Faults.When(message => message is ArchiveOrderRequest, SandboxFault.Refuse("Twice"), times: 2);

        await client.UnarchiveOrderAsync(order);
        Assert.ThrowsAsync<CheckoutApiException>(() => client.ArchiveOrderAsync(order));
        Assert.ThrowsAsync<CheckoutApiException>(() => client.ArchiveOrderAsync(order));
        await client.ArchiveOrderAsync(order);

        Assert.That(sandbox.Requests.Count(request => request.Fault is not null), Is.EqualTo(2));
    }

    [Test]
    public async Task Clear_RuleWithoutTimes_RemovesIt()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        sandbox.Faults.When(_ => true, SandboxFault.Refuse("Always"));
        Assert.ThrowsAsync<CheckoutApiException>(() => client.HelloAsync());
        Assert.ThrowsAsync<CheckoutApiException>(() => client.HelloAsync());

        sandbox.Faults.Clear();

        Assert.That(await client.HelloAsync(), Is.InstanceOf<Bye>());
    }

    [Test]
    public async Task Requests_Dropped_ContainTheFault()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        sandbox.Faults.Next(SandboxFault.DropBefore);

        Assert.CatchAsync<CheckoutException>(() => client.ArchiveOrderAsync("1"));

        Assert.That(sandbox.Requests.Single().ToString(), Does.EndWith("ArchiveOrderRequest of order 1: 0 DropBefore"));
    }

    [Test]
    public void When_ZeroTimes_Throws()
    {
        Assert.That(() => new SandboxFaults().Next(SandboxFault.Truncate, times: 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static async Task<string> PlaceAsync(CheckoutSandbox sandbox, CheckoutClient client) =>
        (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books))).GoogleOrderNumber;
}

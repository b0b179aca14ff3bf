using System.Data.Common;
using GoogleCheckout.Inbox;
using GoogleCheckout.Sandbox;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NUnit.Framework;

namespace GoogleCheckout.Outbox;

/// <summary>The health check and the metrics of the outbox.</summary>
public sealed class OutboxHealthTests(DatabaseKind kind) : OutboxTestBase(kind)
{
    [Test]
    public async Task Check_EmptyOutbox_IsHealthy()
    {
        var result = await CheckAsync();

        Assert.That((result.Status, result.Data["Waiting"], result.Data["OldestWait"], result.Data["DeadLetters"]), Is.EqualTo((HealthStatus.Healthy, (object)0L, (object)TimeSpan.Zero, (object)0L)));
    }

    [Test]
    public async Task Check_CommandWaitsForLongerThanAllowed_IsDegradedUntilItIsExecuted()
    {
        await Node.EnqueueAsync(Charge(30));
        Clock.Advance(TimeSpan.FromMinutes(10));
        await Node.EnqueueAsync(Charge(20));
        var early = await CheckAsync();

        Clock.Advance(TimeSpan.FromMinutes(10));
        var late = await CheckAsync();
        await Node.DrainAsync();
        var executed = await CheckAsync();

        Assert.Multiple(() =>
        {
            Assert.That((early.Status, late.Status, executed.Status), Is.EqualTo((HealthStatus.Healthy, HealthStatus.Degraded, HealthStatus.Healthy)));
            Assert.That((late.Data["Waiting"], executed.Data["Waiting"]), Is.EqualTo(((object)2L, (object)0L)));
            Assert.That((TimeSpan)late.Data["OldestWait"], Is.EqualTo(TimeSpan.FromMinutes(20)).Within(TimeSpan.FromMilliseconds(1)));
            Assert.That(late.Description, Does.Contain("MaxHealthyWait is 00:15:00").And.Not.Contain(Order));
        });
    }

    [Test]
    public async Task Check_OrderIsPostponed_IsHealthyUntilNoWorkerLooksAtItAgain()
    {
        var inReview = await PlaceAsync(isReviewed: false);
        await Node.EnqueueAsync(Charge(30, inReview));
        await Node.EnqueueAsync(Charge(20, inReview));
        Clock.Advance(TimeSpan.FromHours(1));
        await Node.DrainAsync();
        var postponed = await CheckAsync();

        Clock.Advance(new CheckoutOutboxOptions().PostponeDelay + TimeSpan.FromMinutes(16));
        var withoutWorkers = await CheckAsync();

        Assert.That((postponed.Status, postponed.Data["Waiting"], postponed.Data["OldestWait"]), Is.EqualTo((HealthStatus.Healthy, (object)2L, (object)TimeSpan.Zero)));
        Assert.That((withoutWorkers.Status, withoutWorkers.Data["OldestWait"]), Is.EqualTo((HealthStatus.Degraded, (object)TimeSpan.FromMinutes(16))));
    }

    [Test]
    public async Task Check_PostponedCommandFails_CountsFromItsRecord()
    {
        var inReview = await PlaceAsync(isReviewed: false);
        await Node.EnqueueAsync(Charge(30, inReview));
        await Node.DrainAsync();
        Clock.Advance(TimeSpan.FromHours(1));
        Sandbox.Faults.When(_ => true, SandboxFault.DropBefore);
        await Node.TryNextAsync();

        Assert.That((await CheckAsync()).Status, Is.EqualTo(HealthStatus.Degraded));
    }

    [TestCase(0, HealthStatus.Degraded)]
    [TestCase(1, HealthStatus.Healthy)]
    public async Task Check_DeadLetter_IsDegradedIfNoneIsAllowed(int allowed, HealthStatus status)
    {
        var node = Open((_, _, _) => throw new NotSupportedException("Elm Street 5"), options => (options.MaxAttempts, options.MaxHealthyDeadLetters) = (1, allowed));
        await node.EnqueueAsync(Charge(30));
        await node.DrainAsync();

        var result = await CheckAsync(node);
        await node.DeadLetters.DropAsync((await node.ListDeadAsync())[0].Id);
        var dropped = await CheckAsync(node);

        Assert.That((result.Status, result.Data["DeadLetters"], dropped.Status), Is.EqualTo((status, (object)1L, HealthStatus.Healthy)));
        Assert.That(result.Description, Does.Not.Contain("Elm Street"));
    }

    [Test]
    public async Task Check_TablesAreMissing_HasTheFailureStatusAndTheException()
    {
        await Database.ExecuteAsync("DROP TABLE google_checkout_commands");

        var result = await CheckAsync();

        Assert.That(result.Status, Is.EqualTo(HealthStatus.Unhealthy));
        Assert.That(result.Exception, Is.InstanceOf<DbException>());
    }

    [Test]
    public void Check_CanceledOrWithoutContext_Throws()
    {
        Assert.That(() => Node.Health.CheckHealthAsync(Context(Node.Health), new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(() => { _ = Node.Health.CheckHealthAsync(null!); }, Throws.ArgumentNullException);
    }

    [Test]
    public async Task Metrics_OfAttempts_HaveTheKindAndTheOutcome()
    {
        var failing = Open((_, _, _) => throw new NotSupportedException(), options => options.MaxAttempts = 2);
        using var recorder = new DiagnosticsRecorder();
        await Node.EnqueueAsync(Charge(30));
        await Node.EnqueueAsync(Charge(500));
        await Node.EnqueueAsync(Charge(20, await PlaceAsync(isReviewed: false)));
        await Node.DrainAsync();
        await failing.EnqueueAsync(Refund(10));
        await failing.DrainAsync();

        var attempts = recorder.Lines.Where(line => line.Contains($" {CheckoutOutboxTelemetry.AttemptDuration} ", StringComparison.Ordinal)).Select(line => line[line.IndexOf('[', StringComparison.Ordinal)..]);

        Assert.That(attempts, Is.EqualTo(new[]
        {
            "[googlecheckout.command, ChargeOrderRequest] [googlecheckout.outcome, done]",
            "[googlecheckout.command, ChargeOrderRequest] [googlecheckout.outcome, failed]",
            "[googlecheckout.command, ChargeOrderRequest] [googlecheckout.outcome, postponed]",
            "[googlecheckout.command, RefundOrderRequest] [googlecheckout.outcome, retried]",
            "[googlecheckout.command, RefundOrderRequest] [googlecheckout.outcome, dead]",
        }));
    }

    [Test]
    public async Task Metrics_OfTheQueue_AreReadWhileSomethingListens()
    {
        var node = Open(configure: options => options.Workers = 0);
        await node.EnqueueAsync(Charge(30));
        Clock.Advance(TimeSpan.FromSeconds(7));
        using var recorder = new DiagnosticsRecorder();

        await node.StartAsync();
        string[] Measured() => [.. recorder.Lines.Where(line => line.Contains(" googlecheckout.outbox.", StringComparison.Ordinal)).Select(line => line.Trim())];
        while (Measured().Length < 3)
        {
            await Task.Yield();
        }

        await node.StopAsync();
        Assert.That(Measured(), Is.EqualTo(new[]
        {
            "measurement: GoogleCheckout.Sdk googlecheckout.outbox.waiting 1",
            "measurement: GoogleCheckout.Sdk googlecheckout.outbox.oldest_wait 7",
            "measurement: GoogleCheckout.Sdk googlecheckout.outbox.dead_letters 0",
        }));
    }

    private async Task<HealthCheckResult> CheckAsync(OutboxNode? node = null) => await (node ?? Node).Health.CheckHealthAsync(Context((node ?? Node).Health));

    private static HealthCheckContext Context(CheckoutOutboxHealthCheck check) =>
        new() { Registration = new HealthCheckRegistration("outbox", check, HealthStatus.Unhealthy, tags: null) };
}

using System.Collections.Concurrent;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>An event that is due and throws: here the bank's response to a charge, because the fee of it is more than a decimal can have.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DueEventFailureTests : IDisposable
{
    private static readonly SandboxFees TooLarge = new() { Flat = decimal.MaxValue };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("due-");
    private readonly FakeTimeProvider _time = new(TestTime.Start);
    private readonly ConcurrentQueue<SandboxFailureEventArgs> _failures = [];

    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public async Task AdvanceAsync_ADueEventThrows_TheOthersHappenAndItIsReported()
    {
        await using var sandbox = await StartAsync();
        using var client = sandbox.CreateClient();
        var charged = await PlaceReviewedAsync(sandbox, client);
        await client.ChargeOrderAsync(charged);
        var later = (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books))).GoogleOrderNumber;

        await sandbox.AdvanceAsync(TimeSpan.FromHours(1));

        var states = await client.GetOrderSummariesAsync([charged, later]);
        Assert.That(states.Select(order => order.FinancialOrderState), Is.EqualTo(new[] { FinancialOrderState.Charging, FinancialOrderState.Chargeable }));
        AssertReported(charged);
    }

    [Test]
    public async Task Timer_ADueEventThrows_TheProcessGoesOnAndTheNextTimerRuns()
    {
        await using var sandbox = await StartAsync();
        using var client = sandbox.CreateClient();
        var charged = await PlaceReviewedAsync(sandbox, client);
        await client.ChargeOrderAsync(charged);
        _time.Advance(TimeSpan.FromMinutes(4));
        var later = (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books))).GoogleOrderNumber;
        var reviewed = new TaskCompletionSource<Notification>(TaskCreationOptions.RunContinuationsAsynchronously);
        sandbox.OrderChanged += (_, e) => reviewed.TrySetResult(e.Notification);

        _time.Advance(TimeSpan.FromMinutes(2));

        Assert.That((await reviewed.Task).GoogleOrderNumber, Is.EqualTo(later));
        AssertReported(charged);
    }

    [Test]
    public async Task Restart_OfAJournalWithADueEventThatThrew_HasTheSameState()
    {
        string charged, later, before;
        await using (var sandbox = await StartAsync(withJournal: true))
        {
            using var client = sandbox.CreateClient();
            charged = await PlaceReviewedAsync(sandbox, client);
            await client.ChargeOrderAsync(charged);
            await sandbox.AdvanceAsync(TimeSpan.FromHours(1));
            later = await PlaceReviewedAsync(sandbox, client);
            await client.AddMerchantOrderNumberAsync(later, "A-1");
            await sandbox.AdvanceAsync(TimeSpan.FromHours(1));
            before = await DescribeAsync(client, charged) + await DescribeAsync(client, later);
            AssertReported(charged);
        }

        await using var restarted = await StartAsync(withJournal: true);
        using var other = restarted.CreateClient();
        await restarted.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.That(await DescribeAsync(other, charged) + await DescribeAsync(other, later), Is.EqualTo(before).And.Contains("Charging").And.Contains("Chargeable A-1"));
        Assert.That(_failures, Has.Count.EqualTo(1), "the event does not happen again");
    }

    private void AssertReported(string order)
    {
        Assert.That(_failures.Select(failure => failure.ToString()), Is.EqualTo(new[] { $"CaptureSucceeded of order {order} failed: OverflowException" }));
        Assert.That(_failures.Single().Exception.StackTrace, Is.Not.Null);
    }

    private async Task<CheckoutSandbox> StartAsync(bool withJournal = false)
    {
        var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions
        {
            MerchantId = "1234567890",
            MerchantKey = "secret-key",
            TimeProvider = _time,
            Fees = TooLarge,
            CaptureDelay = TimeSpan.FromMinutes(5),
            DataPath = withJournal ? Path.Combine(_folder.FullName, "sandbox.journal") : null,
        });
        sandbox.DueEventFailed += (_, e) => _failures.Enqueue(e);
        return sandbox;
    }

    private static async Task<string> PlaceReviewedAsync(CheckoutSandbox sandbox, CheckoutClient client)
    {
        var order = (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books))).GoogleOrderNumber;
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        return order;
    }

    private static async Task<string> DescribeAsync(CheckoutClient client, string order)
    {
        var summary = (await client.GetOrderSummariesAsync([order])).Single();
        var history = new List<string>();
        await foreach (var notification in client.GetNotificationHistoryAsync(new Reports.NotificationHistoryRequest { OrderNumbers = [order] }))
        {
            history.Add(notification.ToString());
        }

        return $"{summary.FinancialOrderState} {summary.MerchantOrderNumber} {string.Join(", ", history)}";
    }
}

using System.Text;
using GoogleCheckout.Sandbox.Callbacks;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Journal;

/// <summary>A restart after a person sent a notification again: what waited before still waits, and what did not does not.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SentAgainRestartTests : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("again-");
    private readonly FakeTimeProvider _time = new(TestTime.Start);
    private MerchantServer _merchant = null!;

    [SetUp]
    public async Task StartMerchantAsync() => _merchant = await MerchantServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _merchant.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [TestCase(true, 1)]
    [TestCase(false, 0)]
    public async Task Restart_APersonsAttemptWasAcknowledged_TheNotificationWaitsOnlyIfItWasAnother(bool isEdited, int waiting)
    {
        await using (var sandbox = await StartAsync())
        {
            var sent = await PlaceUnacknowledgedAsync(sandbox);
            _merchant.AnswerWith(200, post => MerchantServer.Acknowledge(post.SerialNumber));
            var body = isEdited ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(sent.Body.Span).Replace(sent.SerialNumber, "edited", StringComparison.Ordinal)) : sent.Body;
            var again = await sandbox.Accounts.First.Queue.SendAgainAsync(sent, body, CancellationToken.None);

            Assert.That(again.IsAcknowledged, again.Error);
            Assert.That(sandbox.Accounts.First.Queue.GetWaiting(10), Has.Count.EqualTo(waiting));
        }

        await using var restarted = await StartAsync();
        await restarted.DeliverAsync();

        Assert.That(restarted.Deliveries.Select(delivery => delivery.Attempt), Is.EqualTo(Enumerable.Repeat(3, waiting)), "the attempt has a new number");
    }

    [Test]
    public async Task Restart_APersonsAttemptFailed_TheFaultStillRepeatsTheNotification()
    {
        await using (var sandbox = await StartAsync())
        {
            sandbox.Faults.OnDelivery(_ => true, DeliveryFault.Duplicate(2), times: 1);
            var sent = await PlaceUnacknowledgedAsync(sandbox);
            await sandbox.Accounts.First.Queue.SendAgainAsync(sent, sent.Body, CancellationToken.None);
        }

        _merchant.AnswerWith(200, post => MerchantServer.Acknowledge(post.SerialNumber));
        await using var restarted = await StartAsync();
        await restarted.DeliverAsync();

        Assert.That(restarted.Deliveries.Select(delivery => delivery.Attempt), Is.EqualTo(new[] { 3, 4, 5 }));
    }

    private async Task<SandboxDelivery> PlaceUnacknowledgedAsync(CheckoutSandbox sandbox)
    {
        _merchant.AnswerWith(500, string.Empty);
        using var client = sandbox.CreateClient();
        await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books));
        await sandbox.DeliverAsync();
        return sandbox.Deliveries.Single();
    }

    private Task<CheckoutSandbox> StartAsync()
    {
        var options = _merchant.Options();
        (options.MerchantId, options.MerchantKey, options.TimeProvider, options.DataPath) = ("1234567890", "secret-key", _time, Path.Combine(_folder.FullName, "sandbox.journal"));
        return CheckoutSandbox.StartAsync(options);
    }
}

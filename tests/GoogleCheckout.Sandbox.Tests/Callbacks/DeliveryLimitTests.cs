using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>More deliveries than the sandbox makes concurrently.</summary>
public sealed class DeliveryLimitTests
{
    private const int MaxConcurrentDeliveries = 64;

    [Test]
    [CancelAfter(60_000)]
    public async Task DeliverAsync_AtTheConcurrencyLimit_WaitsForNewDeliveries(CancellationToken limit)
    {
        var clock = new FakeTimeProvider(TestTime.Start);
        await using var merchant = await MerchantServer.StartAsync();
        var options = merchant.Options();
        options.TimeProvider = clock;
        options.CallbackTimeout = TimeSpan.FromMinutes(2);
        await using var sandbox = await CheckoutSandbox.StartAsync(options, limit);
        using var client = sandbox.CreateClient();

        // The maximum number of concurrent deliveries fails at first.
        merchant.AnswerWith(503, string.Empty);
        for (var i = 0; i < MaxConcurrentDeliveries; i++)
        {
            await PlaceAsync();
        }

        await sandbox.DeliverAsync(limit);

        // Another order keeps DeliverAsync waiting.
        var (first, again) = (new Gate(1), new Gate(MaxConcurrentDeliveries));
        merchant.Answer = first.AnswerAsync;
        await PlaceAsync();
        await first.Full.WaitAsync(limit);
        var delivered = sandbox.DeliverAsync(limit);

        // The second attempts take the free slots, and the last of them the slot of that order's attempt.
        merchant.Answer = again.AnswerAsync;
        clock.Advance(TimeSpan.FromSeconds(6));
        var last = await PlaceAsync();
        first.Open();
        await again.Full.WaitAsync(limit);
        var returnedEarly = delivered.IsCompleted;
        again.Open();
        await delivered;

        Assert.That(returnedEarly, Is.False);
        Assert.That(sandbox.Deliveries.Select(delivery => delivery.SerialNumber), Does.Contain(last));

        async Task<string> PlaceAsync() => (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books, limit), cancellationToken: limit)).SerialNumber;
    }

    /// <summary>A merchant that acknowledges nothing until the test opens the gate.</summary>
    private sealed class Gate(int capacity)
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _full = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ConcurrentQueue<string> _waiting = new();

        /// <summary>Completes when the number of waiting posts reaches the capacity.</summary>
        public Task Full => _full.Task;

        public void Open() => _open.TrySetResult();

        public async Task<(int Status, string Body)> AnswerAsync(Post post, CancellationToken cancellationToken)
        {
            _waiting.Enqueue(post.SerialNumber);
            if (_waiting.Count == capacity)
            {
                _full.TrySetResult();
            }

            await _open.Task.WaitAsync(cancellationToken);
            return (200, MerchantServer.Acknowledge(post.SerialNumber));
        }
    }
}

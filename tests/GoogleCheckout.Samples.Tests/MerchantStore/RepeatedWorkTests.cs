using MerchantStore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>Work that is repeated waits longer while it fails, and says so once.</summary>
public class RepeatedWorkTests
{
    [Test]
    public void Work_ThatFailsForAWhile_WaitsLongerEachTimeAndIsLoggedOnce()
    {
        var time = new ImmediateTime();
        var logger = new FakeLogger();
        using var stop = new CancellationTokenSource();
        var runs = 0;

        Task RunOnceAsync(CancellationToken stoppingToken)
        {
            runs++;
            if (runs == 11)
            {
                stop.Cancel();
            }

            return runs is > 1 and < 10 ? Task.FromException(new InvalidOperationException($"No answer {runs}.")) : Task.CompletedTask;
        }

        Assert.That(() => new RepeatedWork("Counting", time, logger).RunAsync(RunOnceAsync, stop.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.Multiple(() =>
        {
            Assert.That(time.Delays.Select(delay => delay.TotalSeconds), Is.EqualTo(new[] { 1, 2, 4, 8, 16, 32, 60, 60, 60, 1 }));
            Assert.That(logger.Collector.GetSnapshot().Select(record => (record.Level, record.Message)), Is.EqualTo(new[]
            {
                (LogLevel.Warning, "Counting failed. The store tries again, at least once a minute, and logs when it works again"),
                (LogLevel.Information, "Counting works again"),
            }));
        });
    }
}

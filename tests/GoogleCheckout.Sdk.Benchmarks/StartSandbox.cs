using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using GoogleCheckout.Benchmarks.Report;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Benchmarks;

/// <summary>The time to start and stop a sandbox for one test: certificates and server. Goal: well under a second.</summary>
[MemoryDiagnoser]
public class StartSandbox
{
    private const int Times = 201;

    [Benchmark]
    public async Task StartAndDispose()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
    }

    internal static async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        var benchmark = new StartSandbox();
        var times = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await benchmark.StartAndDispose();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return
        [
            new Row(
                "a sandbox starts and ends",
                FormattableString.Invariant($"{Comparison.Median(times):F1} ms, the first time {times[0]:F0} ms"),
                string.Empty,
                null,
                "well under a second",
                times[0] < 500),
        ];
    }
}

using System.Diagnostics;
using GoogleCheckout.Benchmarks.Report;

namespace GoogleCheckout.Benchmarks;

/// <summary>
/// Notifications received, from credentials to acknowledgment, beside an empty endpoint of the same Kestrel that reads the
/// same body: 32 connections from another process, the two alternating. Goal: at least 0.65 of the empty one's requests
/// per second. If other programs use the machine too, compare the processor time for a request in both processes instead.
/// </summary>
internal static class CallbackThroughput
{
    private const int Rounds = 5;

    public static async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        await using var site = await SiteProcess.StartAsync();
        Task<double> EmptyAsync() => PerSecondAsync(site, "/empty");
        Task<double> CallbacksAsync() => PerSecondAsync(site, "/callback");
        await EmptyAsync();
        await CallbacksAsync();
        var rates = await Comparison.RunAsync(Rounds, EmptyAsync, CallbacksAsync);
        return
        [
            new Row(
                "callbacks of 3.3 KB authenticated, read, dispatched and acknowledged",
                FormattableString.Invariant($"{rates.Measured:F0} a second"),
                FormattableString.Invariant($"an empty endpoint that reads the same body: {rates.Against:F0}"),
                rates.Ratio,
                "at least 0.65",
                rates.Ratio >= 0.65),
        ];
    }

    private static async Task<double> PerSecondAsync(SiteProcess site, string path)
    {
        var (started, before) = (Stopwatch.GetTimestamp(), ProcessorTime(site.Process));
        var perSecond = await CallbackLoad.RunAsync(site.Port, path);
        var requests = perSecond * Stopwatch.GetElapsedTime(started).TotalSeconds;
        Print($"  {path}: {(ProcessorTime(site.Process) - before).TotalMicroseconds / requests:F1} us of the processor for each, {perSecond:F0}/s");
        return perSecond;
    }

    private static TimeSpan ProcessorTime(Process site)
    {
        site.Refresh();
        return site.TotalProcessorTime + Process.GetCurrentProcess().TotalProcessorTime;
    }

    private static void Print(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}

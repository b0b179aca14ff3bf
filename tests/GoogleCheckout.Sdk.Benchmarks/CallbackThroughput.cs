using System.Diagnostics;

namespace GoogleCheckout.Benchmarks;

/// <summary>
/// Notifications received, from credentials to acknowledgment, beside an empty endpoint of the same Kestrel that reads the
/// same body: 32 connections from another process, the two alternating. Budget: at least 60 % of the empty one's requests
/// per second. If other programs use the machine too, compare the processor time for a request in both processes instead.
/// </summary>
internal static class CallbackThroughput
{
    private const int Rounds = 5;

    public static async Task MeasureAsync()
    {
        await using var site = await SiteProcess.StartAsync();
        await CompareAsync(() => MeasureAsync(site, "/empty"), () => MeasureAsync(site, "/callback"));
    }

    private static async Task<double> MeasureAsync(SiteProcess site, string path)
    {
        var (started, before) = (Stopwatch.GetTimestamp(), ProcessorTime(site.Process));
        var perSecond = await CallbackLoad.RunAsync(site.Port, path);
        var requests = perSecond * Stopwatch.GetElapsedTime(started).TotalSeconds;
        Print($"  {path}: {(ProcessorTime(site.Process) - before).TotalMicroseconds / requests:F1} us of the processor for each");
        return perSecond;
    }

    private static TimeSpan ProcessorTime(Process site)
    {
        site.Refresh();
        return site.TotalProcessorTime + Process.GetCurrentProcess().TotalProcessorTime;
    }

    private static async Task CompareAsync(Func<Task<double>> measureEmpty, Func<Task<double>> measureCallbacks)
    {
        await measureEmpty();
        await measureCallbacks();
        var (empty, callbacks) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            empty.Add(await measureEmpty());
            callbacks.Add(await measureCallbacks());
            Print($"empty endpoint {empty[^1]:F0}/s, callbacks {callbacks[^1]:F0}/s, ratio {callbacks[^1] / empty[^1]:F3}");
        }

        Print($"medians: empty endpoint {Median(empty):F0}/s, callbacks {Median(callbacks):F0}/s, ratio {Median(callbacks) / Median(empty):F3}");
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static void Print(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}

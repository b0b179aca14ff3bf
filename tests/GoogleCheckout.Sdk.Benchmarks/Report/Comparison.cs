using System.Diagnostics;

namespace GoogleCheckout.Benchmarks.Report;

/// <summary>Two values measured alternately, so that what else the machine does affects both. The values and the ratio are medians of the rounds.</summary>
/// <param name="Against">The value that the other one is compared with.</param>
/// <param name="Measured">The measured value.</param>
/// <param name="Ratio">The median of the rounds' ratios, <paramref name="Measured"/> divided by <paramref name="Against"/>.</param>
internal sealed record Comparison(double Against, double Measured, double Ratio)
{
    private const int Rounds = 41;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(20);

    /// <summary>Alternates two measurements.</summary>
    public static async Task<Comparison> RunAsync(int rounds, Func<Task<double>> against, Func<Task<double>> measured)
    {
        var (againstValues, measuredValues) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            againstValues.Add(await against());
            measuredValues.Add(await measured());
        }

        return new Comparison(Median(againstValues), Median(measuredValues), Median(againstValues.Zip(measuredValues, (one, other) => other / one)));
    }

    /// <summary>Alternates two short operations, after a warm-up. The values are microseconds.</summary>
    public static Comparison OfTimes(Action against, Action measured)
    {
        var (againstTimes, measuredTimes) = (GetTimes(against), GetTimes(measured));
        return RunAsync(
            Rounds,
            () => Task.FromResult(Microseconds(against, againstTimes)),
            () => Task.FromResult(Microseconds(measured, measuredTimes))).GetAwaiter().GetResult();
    }

    /// <summary>Returns the bytes that an operation allocates on this thread.</summary>
    public static double AllocatedBytes(Action operation)
    {
        const int Times = 1_000;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Times; i++)
        {
            operation();
        }

        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Times;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <summary>Runs the operation until it is compiled for speed, and returns how often it runs in a round.</summary>
    private static int GetTimes(Action operation)
    {
        var (clock, times) = (Stopwatch.StartNew(), 0);
        for (; clock.Elapsed < WarmUp; times++)
        {
            operation();
        }

        return Math.Max(1, (int)(times * (Round / WarmUp)));
    }

    private static double Microseconds(Action operation, int times)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++)
        {
            operation();
        }

        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / times;
    }
}

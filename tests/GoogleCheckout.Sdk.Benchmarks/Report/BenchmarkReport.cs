namespace GoogleCheckout.Benchmarks.Report;

/// <summary>Measures parts one after the other, and writes each into docs/performance.md as soon as it is done.</summary>
internal static class BenchmarkReport
{
    /// <returns>The exit code: 1 if a part failed. Its previous rows stay.</returns>
    public static async Task<int> WriteAsync(string[] names)
    {
        var page = PerformancePage.OfThisRepository();
        if (names.FirstOrDefault(name => Part.All.All(part => part.Name != name)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no part '{unknown}'. The parts: {string.Join(", ", Part.All.Select(part => part.Name))}.");
            return 1;
        }

        var exitCode = 0;
        foreach (var part in Part.All.Where(part => names.Length == 0 || names.Contains(part.Name)))
        {
            try
            {
                Console.WriteLine($"{part.Name}:");
                page.Replace(await PrintAsync(part, []));
            }
            catch (Exception e)
            {
                await Console.Error.WriteLineAsync($"{part.Name} failed: {e}");
                exitCode = 1;
            }
        }

        return exitCode;
    }

    /// <summary>Measures a part and prints its rows.</summary>
    public static async Task<Measurement> PrintAsync(Part part, string[] settings)
    {
        var measurement = await Measurement.TakeAsync(part, settings);
        foreach (var row in measurement.Rows)
        {
            Console.WriteLine(FormattableString.Invariant($"  {row.What}: {row.Measured}; {row.Against}; {row.Ratio:0.000}; goal {row.Goal}: {(row.IsMet ? "met" : "missed")}"));
        }

        return measurement;
    }
}

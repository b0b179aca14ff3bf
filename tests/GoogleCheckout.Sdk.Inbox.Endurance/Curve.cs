namespace GoogleCheckout.Endurance;

/// <summary>What the host holds of something, at each sample.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Unit">The unit; empty for a number of things.</param>
/// <param name="Tolerance">How far the last third may be above the middle third.</param>
/// <param name="Values">The values, in the order of time: at least three.</param>
internal sealed record Curve(string Name, string Unit, double Tolerance, IReadOnlyList<double> Values)
{
    /// <summary>The lower quartile of the middle third. In the first third, the host warms up: pools fill, and code is compiled.</summary>
    public double Middle => GetLowerQuartile(Third, 2 * Third);

    /// <summary>The lower quartile of the last third. What is never released raises the low values, while a busy moment raises the high ones only.</summary>
    public double Last => GetLowerQuartile(2 * Third, Values.Count);

    /// <summary>Whether the last third is above the middle third by more than the tolerance.</summary>
    public bool Grows => Last - Middle > Tolerance;

    private int Third => Values.Count >= 3 ? Values.Count / 3 : throw new InvalidOperationException($"The curve of the {Name} has {Values.Count} values, and needs 3.");

    /// <summary>
    /// Returns the curves of a run. As many connections stay open as were busy at once, which depends on the load of the machine; if each
    /// request left one open, they would be hundreds.
    /// </summary>
    public static IReadOnlyList<Curve> From(IReadOnlyList<Sample> samples) =>
    [
        new("handles", string.Empty, 5, [.. samples.Select(sample => (double)sample.Handles)]),
        new("connections", string.Empty, 20, [.. samples.Select(sample => (double)sample.Connections)]),
        new("heap", "MB", 0.5, [.. samples.Select(sample => sample.HeapMegabytes)]),
        new("threads", string.Empty, 8, [.. samples.Select(sample => (double)sample.Threads)]),
    ];

    private double GetLowerQuartile(int from, int to)
    {
        var sorted = Values.Take(from..to).Order().ToArray();
        return sorted[sorted.Length / 4];
    }
}

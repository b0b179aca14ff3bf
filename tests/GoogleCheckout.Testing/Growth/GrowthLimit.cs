using NUnit.Framework;

namespace GoogleCheckout.Testing;

/// <summary>The limit of growth that all measurements share.</summary>
internal static class GrowthLimit
{
    // Twice, and a tenth for buffers that grow in steps. What grows with the square of the input comes to 4.
    private const double MaxRatio = 2.2;

    // What is created once or belongs to the runtime. It matters only where next to nothing is counted.
    private const long Constant = 2048;

    /// <summary>Writes the figures to the test's output, and fails if they grow faster than the input or exceed the factor.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="maxFactor">The documented maximum for each unit of the input's length.</param>
    public static void Verify(GrowthFigures figures, double maxFactor)
    {
        TestContext.Out.WriteLine(figures);
        Assert.That(
            figures.DoubledLength,
            Is.LessThanOrEqualTo((MaxRatio * figures.Length) + Constant),
            $"{figures.Entry}, {figures.Family}: the input itself more than doubles, so the measurement says nothing. {figures}");
        Assert.That(
            figures.DoubledCount,
            Is.LessThanOrEqualTo((MaxRatio * figures.Count) + Constant),
            $"{figures.Entry} grows faster than its input, with {figures.Family}: {figures.Count:N0} {figures.Unit} at n = {figures.Size:N0}, {figures.DoubledCount:N0} at 2n.");
        Assert.That(
            figures.DoubledCount,
            Is.LessThanOrEqualTo((maxFactor * figures.DoubledLength) + Constant),
            $"{figures.Entry} needs {figures.Factor:0.0} {figures.Unit} for each unit of its input of {figures.DoubledLength:N0}, with {figures.Family}; at most {maxFactor} are documented.");
    }
}

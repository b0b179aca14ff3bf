using System.Globalization;

namespace GoogleCheckout.Testing;

/// <summary>What an entry point needed for inputs of the sizes n and 2n.</summary>
/// <param name="Entry">The entry point.</param>
/// <param name="Family">What the inputs consist of.</param>
/// <param name="Size">n.</param>
/// <param name="Unit">What was counted.</param>
/// <param name="Count">The count for the input of size n.</param>
/// <param name="DoubledCount">The count for the input of size 2n.</param>
/// <param name="Length">The length of the input of size n, in bytes, characters or elements.</param>
/// <param name="DoubledLength">The length of the input of size 2n.</param>
public sealed record GrowthFigures(string Entry, string Family, int Size, string Unit, long Count, long DoubledCount, long Length, long DoubledLength)
{
    /// <summary>The count at 2n, divided by the count at n.</summary>
    public double Ratio => (double)DoubledCount / Math.Max(1, Count);

    /// <summary>The count for each unit of the input's length, at 2n.</summary>
    public double Factor => (double)DoubledCount / Math.Max(1, DoubledLength);

    /// <summary>Returns a row of the table of growth, in Markdown.</summary>
    /// <returns>The entry, the family, n, the length at n, the unit, the counts at n and 2n, the ratio and the factor.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Entry} | {Family} | {Size:N0} | {Length:N0} | {Unit} | {Count:N0} | {DoubledCount:N0} | {Ratio:0.00} | {Factor:0.0} |");
}

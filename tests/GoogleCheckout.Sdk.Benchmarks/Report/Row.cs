namespace GoogleCheckout.Benchmarks.Report;

/// <summary>A row of docs/performance.md.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Measured">The measured value, with its unit.</param>
/// <param name="Against">What it is compared with, and the value of that; empty if it is compared with nothing.</param>
/// <param name="Ratio">The ratio of the two; null if there is none.</param>
/// <param name="Goal">The goal, in words.</param>
/// <param name="IsMet">Whether the goal is met.</param>
internal sealed record Row(string What, string Measured, string Against, double? Ratio, string Goal, bool IsMet);

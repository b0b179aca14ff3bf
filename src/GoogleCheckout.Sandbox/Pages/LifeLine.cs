namespace GoogleCheckout.Sandbox.Pages;

/// <summary>A straight line in the picture.</summary>
/// <param name="From">Its start.</param>
/// <param name="To">Its end.</param>
internal sealed record LifeLine((int X, int Y) From, (int X, int Y) To);

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The time of a state in the picture.</summary>
/// <param name="X">The left side.</param>
/// <param name="Y">The top.</param>
/// <param name="Width">The width.</param>
/// <param name="Height">The height.</param>
/// <param name="Text">The state in words.</param>
/// <param name="Style">The style: good, bad, wait or plain.</param>
internal sealed record LifeBar(int X, int Y, int Width, int Height, string Text, string Style);

namespace GoogleCheckout.Cli.Commands;

/// <summary>The current work of a command.</summary>
/// <param name="Text">A few words, without text of others.</param>
/// <param name="Fraction">The part of the work that is done, 0 to 1; null if it is not known.</param>
internal readonly record struct WorkState(string Text, double? Fraction = null);

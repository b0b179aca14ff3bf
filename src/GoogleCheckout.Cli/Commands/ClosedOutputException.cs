namespace GoogleCheckout.Cli.Commands;

/// <summary>The program that read the output has ended, for example <c>head</c>: the command ends without a message.</summary>
/// <param name="cause">The error of the write.</param>
internal sealed class ClosedOutputException(Exception cause) : Exception("The program that read the output has ended.", cause);

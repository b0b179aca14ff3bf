namespace GoogleCheckout.Cli.Commands;

/// <summary>An option is invalid, or a file cannot be read or written. The message names it, and contains no secret.</summary>
internal sealed class InvalidInputException(string message, Exception? inner = null) : Exception(message, inner);

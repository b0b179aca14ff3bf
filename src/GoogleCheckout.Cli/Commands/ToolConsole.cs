namespace GoogleCheckout.Cli.Commands;

/// <summary>The streams of a command: those of the process, or of a test.</summary>
internal sealed class ToolConsole(TextReader input, TextWriter output, TextWriter error)
{
    /// <summary>The text that the user types, or that a pipe contains.</summary>
    public TextReader In { get; } = input;

    /// <summary>The results.</summary>
    public TextWriter Out { get; } = output;

    /// <summary>Errors, progress and questions, which a pipe must not contain.</summary>
    public TextWriter Error { get; } = error;

    public static ToolConsole OfProcess() => new(Console.In, Console.Out, Console.Error);
}

using System.Text;
using Spectre.Console;

namespace GoogleCheckout.Cli.Commands;

/// <summary>The streams of a command: those of the process, or of a test.</summary>
/// <param name="input">The text that the user types, or that a pipe contains.</param>
/// <param name="output">The results.</param>
/// <param name="error">Errors, progress and questions.</param>
/// <param name="isTerminal">Whether a person reads the output and can be asked.</param>
internal sealed class ToolConsole(TextReader input, TextWriter output, TextWriter error, bool isTerminal = false)
{
    /// <summary>The text that the user types, or that a pipe contains.</summary>
    public TextReader In { get; } = input;

    /// <summary>The results.</summary>
    public TextWriter Out { get; } = output;

    /// <summary>
    /// The results of a command that only lists: a write ends it if the reader of the pipe has ended. What a command reports after it changed something is
    /// written to <see cref="Out"/>, because the exit code must be that of the change.
    /// </summary>
    public TextWriter List { get; init; } = output;

    /// <summary>Errors, progress and questions, which a pipe must not contain.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>Whether a person reads the output.</summary>
    public bool IsTerminal { get; } = isTerminal;

    /// <summary>How long a command works before it shows its progress on a terminal.</summary>
    public TimeSpan ProgressDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Opens the bytes of a document that a pipe contains. Their encoding is that of the document.</summary>
    public Func<Stream> OpenInput { get; init; } = () => new MemoryStream(Encoding.UTF8.GetBytes(input.ReadToEnd()));

    public static ToolConsole OfProcess() =>
        new(Console.In, Console.Out, Console.Error, !Console.IsOutputRedirected && !Console.IsErrorRedirected) { OpenInput = StandardInput.Open, List = PipeOutput.Open() };

    /// <summary>Creates a display of progress, on the error output.</summary>
    public IAnsiConsole CreateDisplay() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(Error),

        // The abilities of a terminal of a test cannot be found out.
        Ansi = Error == Console.Error ? AnsiSupport.Detect : AnsiSupport.Yes,
        Interactive = IsTerminal ? InteractionSupport.Yes : InteractionSupport.No,
    });
}

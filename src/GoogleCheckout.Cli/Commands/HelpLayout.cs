using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;

namespace GoogleCheckout.Cli.Commands;

/// <summary>The help of all commands: the usual parts, then details and examples. Its width does not depend on the terminal.</summary>
internal sealed class HelpLayout : SynchronousCommandLineAction
{
    private const int Width = 110;
    private const string Indent = "  ";

    private readonly HelpAction _usualParts = new() { MaxWidth = Width };

    /// <inheritdoc />
    public override bool ClearsParseErrors => true;

    /// <summary>Replaces the help of a root command and of all of its commands.</summary>
    public static void Apply(RootCommand root) => root.Options.OfType<HelpOption>().Single().Action = new HelpLayout();

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        _usualParts.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ToolCommand command)
        {
            WriteExtras(command, parseResult.InvocationConfiguration.Output);
        }

        return ExitCode.Success;
    }

    private static void WriteExtras(ToolCommand command, TextWriter output)
    {
        if (command.Details is { } details)
        {
            output.WriteLine("Details:");
            WriteWrapped(details, output);
            output.WriteLine();
        }

        if (command.Examples.Count > 0)
        {
            output.WriteLine(command.Examples.Count == 1 ? "Example:" : "Examples:");
            foreach (var example in command.Examples)
            {
                output.WriteLine($"{Indent}{example}");
            }
        }
    }

    private static void WriteWrapped(string text, TextWriter output)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && Indent.Length + line.Length + 1 + word.Length > Width)
            {
                output.WriteLine($"{Indent}{line}");
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : string.Empty).Append(word);
        }

        output.WriteLine($"{Indent}{line}");
    }
}

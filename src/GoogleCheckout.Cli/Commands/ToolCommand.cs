using System.CommandLine;

namespace GoogleCheckout.Cli.Commands;

/// <summary>A command of the tool, with details and examples in its help.</summary>
internal abstract class ToolCommand(string name, string description) : Command(name, description)
{
    /// <summary>More than the description, in sentences; null for nothing.</summary>
    public string? Details { get; protected init; }

    /// <summary>Complete command lines.</summary>
    public IReadOnlyList<string> Examples { get; protected init; } = [];
}

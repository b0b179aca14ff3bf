using System.CommandLine;
using System.CommandLine.Parsing;

namespace GoogleCheckout.Cli.Commands;

/// <summary>Finds the errors of a command line, as sentences.</summary>
internal static class CommandLineErrors
{
    public static IReadOnlyList<string> Find(ParseResult parsed)
    {
        if (parsed.Action is { ClearsParseErrors: true })
        {
            return [];
        }

        return FindMissingValue(parsed) is { } missing ? [$"{missing} requires a value."]
            : parsed.UnmatchedTokens.Count > 0 ? [DescribeUnknown(parsed)]
            : [.. parsed.Errors.Select(error => error.Message)];
    }

    // The parser takes what follows an option as its value, also the name of the next option.
    private static string? FindMissingValue(ParseResult parsed)
    {
        var options = parsed.CommandResult.Command.Options;
        return parsed.CommandResult.Children.OfType<OptionResult>()
            .Where(result => result.Tokens.Any(token => options.Any(option => option.Name == token.Value)) || result.Errors.Any() && result.Tokens.Count == 0)
            .Select(result => result.Option.Name)
            .FirstOrDefault();
    }

    // Names only the option, or else the first argument: what follows an unknown option may be a secret.
    private static string DescribeUnknown(ParseResult parsed)
    {
        var unknown = parsed.UnmatchedTokens.FirstOrDefault(token => token.StartsWith('-')) ?? parsed.UnmatchedTokens[0];
        var name = unknown.Split('=', 2)[0];
        var command = parsed.CommandResult.Command;
        var commandName = command is RootCommand ? "googlecheckout" : $"googlecheckout {command.Name}";
        var names = command.Options.Select(option => option.Name).Concat(command.Subcommands.Select(subcommand => subcommand.Name));
        var similar = SimilarName.Find(name, [.. names]);
        return $"{name} is not {(name.StartsWith('-') ? "an option" : "an argument")} of {commandName}.{(similar is null ? string.Empty : $" Did you mean {similar}?")}";
    }
}

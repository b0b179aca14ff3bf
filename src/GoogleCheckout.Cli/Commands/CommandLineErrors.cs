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
            : FindUnknownOption(parsed) is { } option ? [DescribeUnknown(parsed, option)]
            : parsed.UnmatchedTokens.Count > 0 ? [DescribeUnknown(parsed, parsed.UnmatchedTokens.FirstOrDefault(token => token.StartsWith('-')) ?? parsed.UnmatchedTokens[0])]
            : [.. parsed.Errors.Select(Describe)];
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

    // The parser takes an unknown option as an argument. A path that begins with two hyphens follows --, or ./ precedes it.
    private static string? FindUnknownOption(ParseResult parsed) => parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash)
        ? null
        : parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(result => result.Tokens).Select(token => token.Value).FirstOrDefault(value => value.StartsWith("--", StringComparison.Ordinal));

    // The parser names the type of .NET.
    private static string Describe(ParseError error) => error.SymbolResult is OptionResult { Tokens.Count: 1 } result && GetRequirement(result.Option.ValueType) is { } requirement
        ? $"{result.Option.Name} must be {requirement}."
        : error.Message;

    private static string? GetRequirement(Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        return value == typeof(DateTimeOffset) ? "a time, for example 2013-01-31T00:00:00Z"
            : value == typeof(DateTime) ? "a date or a time, for example 2013-01-31"
            : value == typeof(bool) ? "true or false"
            : value.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(value))}"
            : null;
    }

    // Names only the option, or else the first argument: what follows an unknown option may be a secret.
    private static string DescribeUnknown(ParseResult parsed, string unknown)
    {
        var name = unknown.Split('=', 2)[0];
        var command = parsed.CommandResult.Command;
        var names = command.Options.Select(option => option.Name).Concat(command.Subcommands.Select(subcommand => subcommand.Name));
        var similar = SimilarName.Find(name, [.. names]);
        return $"{name} is not {(name.StartsWith('-') ? "an option" : "an argument")} of {GetPath(command)}.{(similar is null ? string.Empty : $" Did you mean {similar}?")}";
    }

    private static string GetPath(Command command) =>
        command is RootCommand ? "googlecheckout" : $"{GetPath(command.Parents.OfType<Command>().First())} {command.Name}";
}

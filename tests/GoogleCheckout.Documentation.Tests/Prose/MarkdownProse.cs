using System.Text.RegularExpressions;

namespace GoogleCheckout.Documentation.Prose;

/// <summary>Takes the prose out of a Markdown file: no code, no addresses, no HTML.</summary>
internal static partial class MarkdownProse
{
    public static Passage Read(string file, string markdown)
    {
        var text = Blank(WithoutCode(WithoutBlocks(markdown)), ReferenceDefinition(), Address(), Tag());
        text = LinkTarget().Replace(text, "]");
        return new Passage(file, 1, Passage.Break + BlockStart().Replace(text, start => $"{start.Value}{Passage.Break}"));
    }

    /// <summary>Removes blocks of code and comments, but keeps their line breaks.</summary>
    public static string WithoutBlocks(string markdown) => Blank(markdown, Fence(), HtmlComment());

    /// <summary>Replaces code inside sentences by the sign for it.</summary>
    public static string WithoutCode(string markdown) => InlineCode().Replace(markdown, code => Passage.Code + Lines(code.Value));

    private static string Blank(string text, params IEnumerable<Regex> patterns) =>
        patterns.Aggregate(text, (rest, pattern) => pattern.Replace(rest, match => Lines(match.Value)));

    private static string Lines(string text) => new('\n', text.Count(character => character == '\n'));

    [GeneratedRegex(@"^(?<indent>[ \t]*)(?<fence>```+|~~~+).*?^\k<indent>\k<fence>[ \t]*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("(?<!`)<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex HtmlComment();

    [GeneratedRegex("(?<ticks>`+).+?\\k<ticks>", RegexOptions.Singleline)]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"^\[[^\]]+\]:.*$", RegexOptions.Multiline)]
    private static partial Regex ReferenceDefinition();

    [GeneratedRegex(@"<?https?://[^\s)>]+>?")]
    private static partial Regex Address();

    [GeneratedRegex("</?[a-z][^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\]\([^)]*\)")]
    private static partial Regex LinkTarget();

    [GeneratedRegex(@"(?:\n[ \t]*\n|\n[ \t]*(?:[-*+]|\d+\.|#+|\|)[ \t]+|\|)")]
    private static partial Regex BlockStart();
}

using System.Text.RegularExpressions;

namespace GoogleCheckout.Documentation.Snippets;

/// <summary>
/// Checks that the C# and the Visual Basic of Markdown pages are compiled somewhere. Above each block a comment names the file, from the
/// root of the repository, and the markers around the code, as in <c>&lt;!-- snippet: samples/QuickStart/Program.cs#charge --&gt;</c>.
/// </summary>
internal static partial class SnippetCheck
{
    public static IEnumerable<Violation> Check(Checkout checkout) => checkout.Files(".", "*.md").SelectMany(page => Check(checkout, page));

    private static IEnumerable<Violation> Check(Checkout checkout, string page)
    {
        var text = checkout.Read(page);
        var blocks = Block().Matches(text);
        var named = blocks.Select(block => block.Groups["fence"].Index).ToHashSet();
        foreach (var fence in Fence().Matches(text).Where(fence => !named.Contains(fence.Groups["fence"].Index)))
        {
            yield return new Violation(page, LineAt(text, fence.Groups["fence"].Index), "the block of code has no line <!-- snippet: file#name --> right above it");
        }

        foreach (var block in blocks.Select(block => block.Groups))
        {
            var (file, name) = (block["file"].Value, block["name"].Value);
            var line = LineAt(text, block["code"].Index);
            if (!checkout.Exists(file) || !Lines(checkout, file).Any(candidate => IsMarker(candidate, $"<{name}>")))
            {
                yield return new Violation(page, line - 2, $"there is no {file} with the marker <{name}> in a comment");
            }
            else if (Difference(block["code"].Value.Split('\n'), Snippet(Lines(checkout, file), name)) is var (number, expected))
            {
                yield return new Violation(page, line + number, $"the line differs from that of {file}#{name}: {expected}");
            }
        }
    }

    /// <summary>Returns the lines between the markers, without the indentation that all share and without markers of other snippets.</summary>
    private static string[] Snippet(string[] code, string name)
    {
        var lines = code
            .SkipWhile(line => !IsMarker(line, $"<{name}>")).Skip(1)
            .TakeWhile(line => !IsMarker(line, $"</{name}>"))
            .Where(line => !Marker().IsMatch(line))
            .ToList();
        int indent = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return [.. lines.Select(line => line.Length > 0 ? line[indent..] : line), string.Empty];
    }

    private static string[] Lines(Checkout checkout, string file) => checkout.Read(file).Split('\n');

    private static bool IsMarker(string line, string marker) => line.Trim() is var comment && (comment == $"// {marker}" || comment == $"' {marker}");

    private static (int Number, string Expected)? Difference(string[] shown, string[] compiled)
    {
        for (var number = 0; number < Math.Max(shown.Length, compiled.Length); number++)
        {
            if (number >= shown.Length || number >= compiled.Length || shown[number] != compiled[number])
            {
                return (number, number < compiled.Length ? compiled[number] : "(the end)");
            }
        }

        return null;
    }

    private static int LineAt(string text, int index) => 1 + text.AsSpan(0, index).Count('\n');

    [GeneratedRegex("^<!-- snippet: (?<file>[^#\n]+)#(?<name>\\S+) -->\n(?<fence>```(?:csharp|vb))\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^\\s*(?<fence>```(?:csharp|vb)\\b)", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex("^\\s*(?://|') </?[a-z0-9-]+>$")]
    private static partial Regex Marker();
}

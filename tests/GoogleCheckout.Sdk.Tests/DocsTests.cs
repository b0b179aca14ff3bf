using System.Text.RegularExpressions;
using NUnit.Framework;

namespace GoogleCheckout;

/// <summary>
/// The C# of the READMEs and of the pages in docs/ is compiled somewhere. Above each block a comment says where: the file, from the root of the
/// repository, and the name of the markers around the piece, as in <c>&lt;!-- snippet: samples/QuickStart/Program.cs#charge --&gt;</c>.
/// </summary>
public partial class DocsTests
{
    [TestCaseSource(nameof(Pages))]
    public void CSharpOfAPage_IsThatOfTheFileItNames(string page)
    {
        var text = Read(page);
        var blocks = CSharpBlock().Matches(text).Select(match => match.Groups);

        Assert.Multiple(() =>
        {
            Assert.That(blocks.Count(), Is.EqualTo(CSharpFence().Count(text)), "each ```csharp has a line <!-- snippet: file#name --> right above it");
            foreach (var block in blocks)
            {
                Assert.That(block["code"].Value, Is.EqualTo(Snippet(block["file"].Value, block["name"].Value)), $"{block["file"]}#{block["name"]}");
            }
        });
    }

    private static IEnumerable<string> Pages() =>
    [
        "README.md",
        "src/GoogleCheckout.Sandbox/README.md",
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md").Select(file => $"docs/{Path.GetFileName(file)}").Order(StringComparer.Ordinal),
    ];

    /// <summary>The lines between the markers, moved to the left as far as they go together, without markers of other pieces.</summary>
    private static string Snippet(string file, string name)
    {
        var lines = Read(file).Split('\n')
            .SkipWhile(line => line.Trim() != $"// <{name}>").Skip(1)
            .TakeWhile(line => line.Trim() != $"// </{name}>")
            .Where(line => !Marker().IsMatch(line))
            .ToList();
        int indent = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Concat(lines.Select(line => (line.Length > 0 ? line[indent..] : line) + '\n'));
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");

    [GeneratedRegex("^<!-- snippet: (?<file>[^#\n]+)#(?<name>\\S+) -->\n```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex("^\\s*```csharp", RegexOptions.Multiline)]
    private static partial Regex CSharpFence();

    [GeneratedRegex("^\\s*// </?[a-z0-9-]+>$")]
    private static partial Regex Marker();
}

using System.Text.RegularExpressions;

namespace GoogleCheckout.Documentation.Links;

/// <summary>Checks that relative links lead to files and headings, and that a reader of the index finds every page.</summary>
internal static partial class LinkCheck
{
    public const string Index = "docs/README.md";

    public static IEnumerable<Violation> Check(Checkout checkout)
    {
        var pages = checkout.Files(".", "*.md").Select(file => new MarkdownPage(file, checkout.Read(file))).ToDictionary(page => page.File);
        return pages.Values.SelectMany(page => page.Links().Select(link => Broken(checkout, pages, page, link.Target, link.Line)).OfType<Violation>())
            .Concat(Unreachable(pages));
    }

    private static Violation? Broken(Checkout checkout, Dictionary<string, MarkdownPage> pages, MarkdownPage page, string target, int line)
    {
        if (Scheme().IsMatch(target))
        {
            return null;
        }

        var file = FileOf(page, target);
        var anchor = target.Contains('#') ? target[(target.IndexOf('#') + 1)..] : string.Empty;
        var wrong = file.StartsWith("..", StringComparison.Ordinal) || target.StartsWith('/') ? "does not lead to a file of the repository by a relative path"
            : !checkout.Exists(file) ? "leads to a file that does not exist"
            : anchor.Length > 0 && pages.TryGetValue(file, out var other) && !other.Anchors().Contains(anchor) ? $"leads to a heading that {file} does not have"
            : null;
        return wrong is null ? null : new Violation(page.File, line, $"the link {target} {wrong}");
    }

    private static IEnumerable<Violation> Unreachable(Dictionary<string, MarkdownPage> pages)
    {
        if (!pages.TryGetValue(Index, out var index))
        {
            return [new Violation(Index, 1, "is missing: it is the index of the documentation")];
        }

        var reached = new HashSet<string> { Index };
        var open = new Queue<MarkdownPage>([index]);
        while (open.TryDequeue(out var page))
        {
            foreach (var file in page.Links().Select(link => FileOf(page, link.Target)).Where(reached.Add))
            {
                if (pages.TryGetValue(file, out var next))
                {
                    open.Enqueue(next);
                }
            }
        }

        return pages.Keys.Where(file => file.StartsWith("docs/", StringComparison.Ordinal) && !reached.Contains(file))
            .Select(file => new Violation(file, 1, $"cannot be reached by links from {Index}"));
    }

    /// <summary>Returns the path of the file, from the root of the repository, that a relative link leads to.</summary>
    private static string FileOf(MarkdownPage page, string target)
    {
        var path = Uri.UnescapeDataString(target.Split('#', '?')[0]);
        return path.Length == 0 ? page.File : Path.GetRelativePath("/", Path.Combine("/", Path.GetDirectoryName(page.File)!, path)).Replace('\\', '/');
    }

    [GeneratedRegex("^[a-z][a-z0-9+.-]*:", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();
}

using System.Text.RegularExpressions;
using GoogleCheckout.Documentation.Prose;

namespace GoogleCheckout.Documentation.Links;

/// <summary>The headings and links of a Markdown file.</summary>
internal sealed partial class MarkdownPage
{
    private readonly string _text;

    public MarkdownPage(string file, string text)
    {
        File = file;
        _text = MarkdownProse.WithoutBlocks(text);
    }

    public string File { get; }

    /// <summary>Returns the names by which a link can point to a place in the page, as GitHub assigns them.</summary>
    public IReadOnlySet<string> Anchors()
    {
        var anchors = new HashSet<string>();
        foreach (Match heading in Heading().Matches(_text))
        {
            var slug = Slug(heading.Groups["title"].Value);
            var anchor = slug;
            for (var count = 1; !anchors.Add(anchor); count++)
            {
                anchor = $"{slug}-{count}";
            }
        }

        anchors.UnionWith(Named().Matches(_text).Select(name => name.Groups["name"].Value));
        return anchors;
    }

    /// <summary>Returns the links and pictures of the page with their lines.</summary>
    public IEnumerable<(string Target, int Line)> Links()
    {
        var text = MarkdownProse.WithoutCode(_text);
        return Inline().Matches(text).Concat(Definition().Matches(text)).Concat(Html().Matches(text))
            .Select(link => (link.Groups["target"].Value, 1 + text.AsSpan(0, link.Index).Count('\n')));
    }

    private static string Slug(string title)
    {
        var text = LinkInTitle().Replace(title, "${text}").Trim().ToLowerInvariant();
        return string.Concat(text.Where(character => char.IsLetterOrDigit(character) || character is ' ' or '-' or '_')).Replace(' ', '-');
    }

    [GeneratedRegex(@"^#{1,6}[ \t]+(?<title>.+?)[ \t]*#*[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("<\\w+[^>]*\\s(?:id|name)=\"(?<name>[^\"]+)\"")]
    private static partial Regex Named();

    [GeneratedRegex(@"!?\[(?<text>[^\]]*)\]\([^)]*\)")]
    private static partial Regex LinkInTitle();

    [GeneratedRegex("\\]\\(\\s*<?(?<target>[^\\s)>]+)>?(?:\\s+\"[^\"]*\")?\\s*\\)")]
    private static partial Regex Inline();

    [GeneratedRegex(@"^\[[^\]]+\]:[ \t]*<?(?<target>[^\s>]+)", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex("<(?:a|img|source)\\b[^>]*\\s(?:href|src|srcset)=\"(?<target>[^\"]+)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Html();
}

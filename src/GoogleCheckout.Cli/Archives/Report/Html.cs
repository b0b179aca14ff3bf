using System.Globalization;
using System.Xml.Linq;

namespace GoogleCheckout.Cli.Archives.Report;

/// <summary>Creates the elements of a page. Text from files becomes text, never markup, without characters that change how other text is shown.</summary>
internal static class Html
{
    private static readonly HashSet<string> Void = new(StringComparer.Ordinal) { "br", "link", "meta" };

    /// <param name="name">The name of the element.</param>
    /// <param name="content">Attributes, elements, texts and numbers; null adds nothing.</param>
    public static XElement Element(string name, params IReadOnlyList<object?> content)
    {
        var element = new XElement(name, content.Select(Clean));
        if (element.IsEmpty && !Void.Contains(name))
        {
            // HTML has no empty-element tags: <td/> would contain all that follows.
            element.Add(string.Empty);
        }

        return element;
    }

    public static XAttribute Attribute(string name, object value) => new(name, Clean(value)!);

    public static XAttribute Class(string name) => new("class", name);

    public static string Count(long count) => count.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>Returns the number and the noun, which gets an s if it is not one.</summary>
    public static string Count(long count, string noun) => $"{Count(count)} {noun}{(count == 1 ? string.Empty : "s")}";

    private static object? Clean(object? content) => content switch
    {
        string text => QuotedText.OfIdentifier(text, QuotedText.LineLength),
        IFormattable number => number.ToString(format: null, CultureInfo.InvariantCulture),
        _ => content,
    };
}

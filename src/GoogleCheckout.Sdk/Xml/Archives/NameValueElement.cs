using System.Text;
using System.Xml;

namespace GoogleCheckout.Xml;

/// <summary>An element of a notification that was posted as form fields.</summary>
internal sealed class NameValueElement
{
    // More levels are refused by the reader of the document; this keeps the recursion of writing short.
    private const int MaxDepth = 64;

    private readonly Dictionary<string, NameValueElement> _children = new(StringComparer.Ordinal);
    private readonly List<NameValueElement> _order = [];
    private readonly List<KeyValuePair<string, string>> _attributes = [];
    private readonly string _name;
    private readonly ContentType? _content;
    private readonly int _depth;
    private string _text = string.Empty;

    /// <param name="name">The name.</param>
    /// <param name="content">The content that the schema allows; null if it does not have the element.</param>
    /// <param name="depth">The number of elements around it.</param>
    public NameValueElement(string name, ContentType? content, int depth = 0)
    {
        _name = name;
        _content = content;
        _depth = depth;
    }

    /// <summary>Adds a field to the element or to those in it.</summary>
    /// <param name="path">The rest of the name of the field: the names of elements and, at the end, of an element or an attribute.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="FormatException">The name is not that of an element.</exception>
    public void Add(string path, string value)
    {
        var end = path.IndexOf('.');
        var segment = end < 0 ? path : path.Substring(0, end);
        if (end < 0 && IsAttribute(segment))
        {
            _attributes.Add(new KeyValuePair<string, string>(segment, value));
            return;
        }

        var child = GetChild(segment);
        if (end >= 0)
        {
            child.Add(path.Substring(end + 1), value);
        }
        else
        {
            child._text = value;
        }
    }

    /// <summary>Writes the element on one line, as XML.</summary>
    /// <param name="output">The output.</param>
    /// <param name="declarations">Attributes to add.</param>
    public void Write(StringBuilder output, string declarations = "")
    {
        output.Append('<').Append(_name).Append(declarations);
        foreach (var attribute in _attributes)
        {
            output.Append(' ').Append(attribute.Key).Append("=\"").Append(Escape(attribute.Value).Replace("\"", "&quot;")).Append('"');
        }

        output.Append('>');
        if (_order.Count == 0)
        {
            output.Append(_content?.Kind == ContentKind.AnyMarkup && IsMarkup(_text) ? _text : Escape(_text));
        }

        // The field of a list names its elements, which have other fields.
        foreach (var child in _order)
        {
            child.Write(output);
        }

        output.Append("</").Append(_name).Append('>');
    }

    private NameValueElement GetChild(string segment)
    {
        if (_children.TryGetValue(segment, out var known))
        {
            return known;
        }

        var name = _content?.IndexOf(segment) >= 0 ? segment : WithoutNumber(segment);
        if (!IsName(name) || _depth == MaxDepth)
        {
            throw new FormatException($"the field name '{QuotedText.Of(segment)}' is {(IsName(name) ? "nested too deep" : "not that of an element")}");
        }

        var index = _content?.IndexOf(name) ?? -1;
        var child = new NameValueElement(name, index < 0 ? null : _content!.Elements[index].Content, _depth + 1);
        _children.Add(segment, child);
        _order.Add(child);
        return child;
    }

    private bool IsAttribute(string name) => _content is null
        ? name is "currency" && _children.Count == 0
        : _content.IndexOf(name) < 0 && _content.Attributes.Any(attribute => attribute.Name == name);

    // The elements of a list, and repeated elements, are numbered: item-1, item-2.
    private static string WithoutNumber(string segment)
    {
        var end = segment.Length;
        while (end > 0 && segment[end - 1] is >= '0' and <= '9')
        {
            end--;
        }

        return end > 1 && end < segment.Length && segment[end - 1] == '-' ? segment.Substring(0, end - 1) : segment;
    }

    private static bool IsName(string name) => name.Length is > 0 and <= 128
        && name[0] is >= 'a' and <= 'z' or >= 'A' and <= 'Z'
        && name.All(character => character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' or '_');

    // On one line, so that an error is reported on the line of the archive.
    private static string Escape(string text) => XmlEscape.EscapeText(text).Replace("\n", "&#10;");

    private static bool IsMarkup(string text)
    {
        if (text.IndexOf('<') < 0)
        {
            return false;
        }

        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { ConformanceLevel = ConformanceLevel.Fragment, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read())
            {
                if (reader.Depth > MaxDepth || reader.NodeType == XmlNodeType.XmlDeclaration)
                {
                    return false;
                }
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}

using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>
/// From an <see cref="XmlReader"/> to the elements of the protocol: one pass that refuses what is too deep or too wide,
/// leaves out what the protocol does not have, and keeps private data as text.
/// </summary>
internal sealed class DocumentReader(XmlReader reader)
{
    public const int MaxDepth = 64;
    public const int MaxAttributes = 64;

    private static readonly XName UnknownElement = "unknown";

    private readonly XElement[] _open = new XElement[MaxDepth];
    private int _openCount;
    private string? _text;
    private StringBuilder? _moreText;
    private MarkupCopy? _listMember;
    private int _listMemberDepth;
    private int _elementsRead;

    public static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        NameTable = new WireNameTable(),
        CloseInput = false,
    };

    /// <summary>
    /// Called with the number of each element in document order, the reader standing on it. A second reading of a
    /// refused document finds the line of the fault this way.
    /// </summary>
    public Action<int>? OnElement { get; init; }

    /// <summary>Names of the elements open at this moment, for telling where a document stopped being readable.</summary>
    public string Path
    {
        get
        {
            var path = string.Concat(_open.Take(_openCount).Select(element => "/" + NameOf(element)));
            return path.Length == 0 ? "/" : path;
        }
    }

    /// <summary>The name an element had in the document.</summary>
    public static string NameOf(XElement element) =>
        element.Annotation<UnknownName>() is { } unknown ? unknown.LocalName : element.Name.LocalName;

    /// <summary>Reads the whole document.</summary>
    public XElement ReadDocument()
    {
        reader.MoveToContent();
        var root = ReadElement();
        while (reader.Read())
        {
            // What follows the root must be well-formed too.
        }

        return root;
    }

    /// <summary>
    /// Reads the element the reader stands on with all that is in it, and leaves the reader behind its end.
    /// The element itself may be unknown to the protocol; it then carries its name as an <see cref="UnknownName"/>.
    /// </summary>
    public XElement ReadElement(bool keepMarkup = false)
    {
        var baseDepth = reader.Depth;
        if (keepMarkup)
        {
            StartListMember(baseDepth);
        }

        var root = StartElement(WireNameTable.ElementName(reader) ?? UnknownElement, baseDepth);
        var ended = reader.IsEmptyElement;
        if (ended)
        {
            EndElement(baseDepth);
        }

        while (!ended && reader.Read())
        {
            _listMember?.Append(reader);
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    ReadStart(baseDepth);
                    break;
                case XmlNodeType.EndElement:
                    EndElement(baseDepth);
                    ended = _openCount == 0;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    AddText(reader.Value);
                    break;
                default:
                    break;
            }
        }

        reader.Read();
        return root;
    }

    private void ReadStart(int baseDepth)
    {
        var parent = _open[_openCount - 1];
        var name = WireNameTable.ElementName(reader) ?? (IsUnknownNotification(parent) ? UnknownElement : null);
        if (name is null)
        {
            SkipElement();
            return;
        }

        if (_listMember is null && IsListMember(name, parent))
        {
            StartListMember(reader.Depth);
        }

        StartElement(name, baseDepth);
        if (reader.IsEmptyElement)
        {
            EndElement(baseDepth);
        }
        else if (name == Elements.MerchantPrivateData || name == Elements.MerchantPrivateItemData)
        {
            ReadMarkup(Elements.Namespace.NamespaceName);
            EndElement(baseDepth);
        }
        else if (name == Elements.InputXml)
        {
            ReadMarkup(string.Empty);
            EndElement(baseDepth);
        }
    }

    private XElement StartElement(XName name, int baseDepth)
    {
        CheckLimits(reader);
        OnElement?.Invoke(_elementsRead++);
        var element = new XElement(name);
        if (name == UnknownElement)
        {
            element.AddAnnotation(new UnknownName(reader.LocalName, reader.NamespaceURI));
        }

        if (reader.HasAttributes)
        {
            ReadAttributes(element);
        }

        _open[reader.Depth - baseDepth] = element;
        _openCount++;
        ForgetText();
        return element;
    }

    // Text comes in one piece unless comments or CDATA sections divide it.
    private void AddText(string piece)
    {
        if (_text is null)
        {
            _text = piece;
            return;
        }

        _moreText ??= new StringBuilder(_text);
        _moreText.Append(piece);
    }

    private void ForgetText()
    {
        _text = null;
        _moreText = null;
    }

    private void ReadAttributes(XElement element)
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (WireNameTable.AttributeName(reader) is { } name)
            {
                element.Add(new XAttribute(name, reader.Value));
            }
        }

        reader.MoveToElement();
    }

    private void EndElement(int baseDepth)
    {
        var element = _open[--_openCount];
        if (_text is not null && !element.HasElements)
        {
            element.Add(_moreText is null ? _text : _moreText.ToString());
        }

        ForgetText();
        if (_listMember is not null && _listMemberDepth == _openCount + baseDepth)
        {
            element.AddAnnotation(new Markup(_listMember.ToString()));
            _listMember = null;
        }

        // Parents are joined last of all: XElement.Add walks up to the root each time.
        if (_openCount > 0)
        {
            _open[_openCount - 1].Add(element);
        }
    }

    private void StartListMember(int depth)
    {
        _listMember = new MarkupCopy(string.Empty);
        _listMemberDepth = depth;
        _listMember.Append(reader);
    }

    private void ReadMarkup(string surroundingNamespace)
    {
        var markup = new MarkupCopy(surroundingNamespace);
        var depth = reader.Depth;
        while (reader.Read())
        {
            _listMember?.Append(reader);
            if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth)
            {
                break;
            }

            if (reader.NodeType == XmlNodeType.Element)
            {
                CheckLimits(reader);
            }

            markup.Append(reader);
        }

        var text = markup.ToString();
        _text = text.Length == 0 ? null : text;
    }

    private void SkipElement()
    {
        CheckLimits(reader);
        var depth = reader.Depth;
        while (!(reader.Depth == depth && (reader.NodeType == XmlNodeType.EndElement || reader.IsEmptyElement)) && reader.Read())
        {
            _listMember?.Append(reader);
            if (reader.NodeType == XmlNodeType.Element)
            {
                CheckLimits(reader);
            }
        }
    }

    /// <summary>Refuses an element that is deeper or wider than any in a message.</summary>
    public static void CheckLimits(XmlReader reader)
    {
        if (reader.Depth >= MaxDepth)
        {
            throw new XmlLimitException($"elements are nested more than {MaxDepth} deep");
        }

        if (reader.AttributeCount > MaxAttributes)
        {
            throw new XmlLimitException($"an element has more than {MaxAttributes} attributes");
        }
    }

    private bool IsUnknownNotification(XElement parent) =>
        parent.Name == Elements.Notifications
        && WireNameTable.IsProtocolNamespace(reader.NamespaceURI)
        && reader.LocalName.EndsWith("-notification", StringComparison.Ordinal);

    private static bool IsListMember(XName name, XElement parent) =>
        name == Elements.OrderSummary
            ? parent.Name == Elements.OrderSummaries
            : name.LocalName.EndsWith("-notification", StringComparison.Ordinal) || name == UnknownElement;

    /// <summary>The name of an element that the protocol does not have.</summary>
    public sealed record UnknownName(string LocalName, string NamespaceName);

    /// <summary>The text an element had in the document it was a part of.</summary>
    public sealed record Markup(string Text);
}

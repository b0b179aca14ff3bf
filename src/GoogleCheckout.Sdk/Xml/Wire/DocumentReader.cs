using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>
/// From an <see cref="XmlReader"/> to the elements of the protocol: one pass that refuses what is too deep or too wide,
/// leaves out what the protocol does not have, and keeps private data as text.
/// </summary>
internal sealed class DocumentReader(XmlReader reader) : IDisposable
{
    public const int MaxDepth = 64;
    public const int MaxAttributes = 64;
    public const int MaxElements = 500_000;

    private const int None = -1;

    private static readonly XName UnknownElement = "unknown";

    private readonly WireDocument _document = new();
    private int _open = None;
    private string? _text;
    private StringBuilder? _moreText;
    private MarkupCopy? _listMember;
    private int _listMemberNumber;

    public static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        NameTable = new WireNameTable(),
        CloseInput = false,
    };

    /// <summary>The elements open at this moment, for telling where a document stopped being readable.</summary>
    public string Path => _open == None
        ? "/"
        : string.Concat(_document[_open].AncestorsAndSelf().Reverse().Select(element => "/" + element.NameInDocument.Quoted));

    public void Dispose() => _document.Dispose();

    /// <summary>Reads the whole document.</summary>
    /// <param name="onElement">
    /// Called with the number of each element as the reader stands on it: a second reading of a refused document finds
    /// the line of the fault this way.
    /// </param>
    public WireElement ReadDocument(Action<int>? onElement = null)
    {
        reader.MoveToContent();
        var root = ReadElement(onElement: onElement);
        while (reader.Read())
        {
            // What follows the root must be well-formed too.
        }

        return root;
    }

    /// <summary>
    /// Reads the element the reader stands on with all that is in it, and leaves the reader behind its end. The element
    /// itself may be unknown to the protocol. Good until this reader is disposed of.
    /// </summary>
    public WireElement ReadElement(bool keepMarkup = false, Action<int>? onElement = null)
    {
        if (keepMarkup)
        {
            StartListMember();
        }

        var root = StartElement(WireNameTable.ElementName(reader) ?? UnknownElement, onElement);
        var ended = reader.IsEmptyElement;
        if (ended)
        {
            EndElement();
        }

        while (!ended && reader.Read())
        {
            _listMember?.Append(reader);
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    ReadStart(onElement);
                    break;
                case XmlNodeType.EndElement:
                    EndElement();
                    ended = _open == None;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    AddText(reader.Value);
                    break;
                default:
                    break;
            }
        }

        reader.Read();
        return _document[root];
    }

    private void ReadStart(Action<int>? onElement)
    {
        var parent = _document.NodeAt(_open).Name;
        var name = WireNameTable.ElementName(reader) ?? (IsUnknownNotification(parent) ? UnknownElement : null);
        if (name is null)
        {
            SkipElement();
            return;
        }

        if (_listMember is null && IsListMember(name, parent))
        {
            StartListMember();
        }

        StartElement(name, onElement);
        if (reader.IsEmptyElement)
        {
            EndElement();
        }
        else if (name == Elements.MerchantPrivateData || name == Elements.MerchantPrivateItemData)
        {
            ReadMarkup(ProtocolNamespace.Current.NamespaceName);
            EndElement();
        }
        else if (name == Elements.InputXml)
        {
            ReadMarkup(string.Empty);
            EndElement();
        }
    }

    private int StartElement(XName name, Action<int>? onElement)
    {
        CheckLimits(reader);
        if (_document.Count == MaxElements)
        {
            throw new XmlLimitException($"it has more than {MaxElements} elements");
        }

        onElement?.Invoke(_document.Count);
        _open = _document.Start(name, _open);
        if (name == UnknownElement)
        {
            _document.SetUnknownName(_open, new UnknownName(reader.LocalName, reader.NamespaceURI));
        }

        if (reader.HasAttributes)
        {
            ReadAttributes();
        }

        ForgetText();
        return _open;
    }

    private void ReadAttributes()
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (WireNameTable.AttributeName(reader) is { } name)
            {
                _document.AddAttribute(name, reader.Value);
            }
        }

        reader.MoveToElement();
    }

    private void EndElement()
    {
        _document.End(_open, _moreText?.ToString() ?? _text);
        ForgetText();
        if (_listMember is not null && _listMemberNumber == _open)
        {
            _document.SetMarkup(_open, _listMember.ToString());
            _listMember = null;
        }

        _open = _document.NodeAt(_open).Parent;
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

    private void StartListMember()
    {
        _listMember = new MarkupCopy(string.Empty);
        _listMemberNumber = _document.Count;
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

        _text = markup.ToString();
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

    private bool IsUnknownNotification(XName parent) =>
        parent == Elements.Notifications
        && ProtocolNamespace.Contains(reader.NamespaceURI)
        && reader.LocalName.EndsWith("-notification", StringComparison.Ordinal);

    // Each of these is a message of its own that came inside another.
    private static bool IsListMember(XName name, XName parent) =>
        parent == Elements.OrderSummaries ? name == Elements.OrderSummary
        : (parent == Elements.Notifications || parent == Elements.RequestReceived || parent == Elements.NotificationHistoryResponse || parent == Elements.NotificationDataResponse)
            && (name == UnknownElement || name.LocalName.EndsWith("-notification", StringComparison.Ordinal));
}

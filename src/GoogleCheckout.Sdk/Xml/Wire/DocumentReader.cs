using System.Xml;
using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>
/// Reads the elements of the protocol from an <see cref="XmlReader"/> in one pass. Rejects documents that exceed a limit, skips
/// elements that the protocol does not have, and keeps private data as text.
/// </summary>
internal sealed partial class DocumentReader(XmlReader reader, MarkupBudget budget) : IDisposable
{
    private const int None = -1;

    private static readonly XName UnknownElement = "unknown";

    private static readonly HashSet<XName> TextElements = [.. WireSchema.Instance.TextElements.Select(name => ProtocolNamespace.Current + name)];

    private readonly WireDocument _document = new();
    private int _open = None;
    private TextPieces _text;
    private MarkupCopy? _listMember;
    private int _listMemberNumber;
    private MarkupCopy? _markup;
    private int _markupDepth;
    private SkippedElement _skipped;
    private int _mixedDepth = None;

    /// <summary>The path of the open element, for reporting where a document cannot be read.</summary>
    public string Path => _open == None
        ? "/"
        : string.Concat(_document[_open].AncestorsAndSelf().Reverse().Select(element => "/" + element.NameInDocument.Quoted));

    public void Dispose() => _document.Dispose();

    /// <summary>Reads the whole document.</summary>
    /// <param name="onElement">
    /// Called with the number of each element while the reader is on it. Reading a rejected document again finds the line of the
    /// element with the error.
    /// </param>
    public WireElement ReadDocument(Action<int>? onElement = null)
    {
        reader.MoveToContent();
        var root = ReadElement(onElement: onElement);
        while (reader.Read())
        {
            // The rest of the document must be well-formed too.
        }

        return root;
    }

    /// <summary>
    /// Reads the current element with its content, and moves the reader to its end. The protocol need not have the element. The
    /// result is valid until this reader is disposed.
    /// </summary>
    public WireElement ReadElement(bool keepMarkup = false, Action<int>? onElement = null)
    {
        var root = StartRoot(keepMarkup, onElement);
        while (_open != None && reader.Read())
        {
            AddNode(onElement);
        }

        return _document[root];
    }

    /// <summary>Reads the current element without a blocking read. The <see cref="XmlReader"/> must be asynchronous.</summary>
    public async Task<WireElement> ReadElementAsync(bool keepMarkup = false)
    {
        var root = StartRoot(keepMarkup, onElement: null);
        while (_open != None && await reader.ReadAsync().ConfigureAwait(false))
        {
            if (reader.HasValue)
            {
                // A long text is read in pieces. After this call the value is in memory.
                await reader.GetValueAsync().ConfigureAwait(false);
            }

            AddNode(onElement: null);
        }

        return _document[root];
    }

    private int StartRoot(bool keepMarkup, Action<int>? onElement)
    {
        if (keepMarkup)
        {
            StartListMember();
        }

        var root = StartElement(WireNameTable.ElementName(reader) ?? UnknownElement, onElement);
        if (reader.IsEmptyElement)
        {
            EndElement();
        }

        return root;
    }

    /// <summary>Adds the current node. Does not read, so that both ways of reading use it.</summary>
    private void AddNode(Action<int>? onElement)
    {
        _listMember?.Append(reader);
        if (_skipped.IsOpen)
        {
            _skipped.Add(reader);
        }
        else if (_mixedDepth != None)
        {
            AddMixed();
        }
        else if (_markup is not null)
        {
            AddMarkup(_markup);
        }
        else if (reader.NodeType == XmlNodeType.Element)
        {
            ReadStart(onElement);
        }
        else if (reader.NodeType == XmlNodeType.EndElement)
        {
            EndElement();
        }
        else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
        {
            _text.Add(reader.Value);
        }
    }

    private void ReadStart(Action<int>? onElement)
    {
        var parent = _document.NodeAt(_open).Name;
        if (_document.Count == _open + 1 && IsText(parent))
        {
            StartMixed();
            return;
        }

        var name = WireNameTable.ElementName(reader) ?? (IsUnknownNotification(parent) ? UnknownElement : null);
        if (name is null)
        {
            _skipped.Start(reader);
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
            StartMarkup(ProtocolNamespace.Current.NamespaceName);
        }
        else if (name == Elements.InputXml)
        {
            StartMarkup(string.Empty);
        }
    }

    private int StartElement(XName name, Action<int>? onElement)
    {
        ElementLimits.Check(reader);
        ElementLimits.CheckCount(_document.Count);

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

        _text.Clear();
        return _open;
    }

    private void ReadAttributes()
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (WireNameTable.AttributeName(reader) is { } name)
            {
                _document.AddAttribute(name, new WireText(reader.Value));
            }
        }

        reader.MoveToElement();
    }

    // White space alone is no text, also in a CDATA section or inside elements that were added to the text: written again, it would be lost.
    private void EndElement()
    {
        var text = _text.Value;
        EndElement(text is null || XmlWhiteSpace.Fills(text.AsSpan()) ? null : text);
    }

    private void EndElement(string? text)
    {
        _document.End(_open, new WireText(text));
        _text.Clear();
        if (_listMember is not null && _listMemberNumber == _open)
        {
            _document.SetMarkup(_open, _listMember.ToString());
            _listMember = null;
        }

        _open = _document.NodeAt(_open).Parent;
    }

    private void StartListMember()
    {
        _listMember = new MarkupCopy(string.Empty, budget);
        _listMemberNumber = _document.Count;
        _listMember.Append(reader);
    }

    private bool IsUnknownNotification(XName parent) =>
        parent == Elements.Notifications
        && ProtocolNamespace.Contains(reader.NamespaceURI)
        && reader.LocalName.EndsWith("-notification", StringComparison.Ordinal);

    /// <summary>Returns whether the element is a text, so that elements inside it are part of the text.</summary>
    internal static bool IsText(XName name) => TextElements.Contains(name);

    // Each of these is a complete message inside another message.
    internal static bool IsListMember(XName name, XName parent) =>
        parent == Elements.OrderSummaries ? name == Elements.OrderSummary
        : (parent == Elements.Notifications || parent == Elements.RequestReceived || parent == Elements.NotificationHistoryResponse || parent == Elements.NotificationDataResponse)
            && (name == UnknownElement || name.LocalName.EndsWith("-notification", StringComparison.Ordinal));
}

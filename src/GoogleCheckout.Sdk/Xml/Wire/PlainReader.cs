using System.Text;
using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>
/// Reads documents in the plain form in which the service sent them, several times faster than an XML reader: UTF-8, the namespace once
/// on the root, names of the protocol, no prefixes, comments, sections or instructions.
/// </summary>
/// <remarks>
/// It declines everything that it does not know to be well-formed and plain, so that <see cref="DocumentReader"/> reads the document or says why
/// it cannot be read. What it reads is the same as what that reader reads.
/// </remarks>
internal ref partial struct PlainReader
{
    // Longer documents are rare, and their characters would need an array that is not pooled.
    public const int MaxBytes = 256 * 1024;

    private const int MaxDepth = 32;
    private const int MaxAttributes = 16;
    private const int None = -1;
    private const int NoMembers = -2;

    private readonly ReadOnlySpan<char> _text;
    private readonly WireDocument _document;
    private readonly bool _hasSpecials;
    private int _position;
    private int _open = None;
    private int _depth;
    private bool _isCanonical;
    private int _memberNumber = None;
    private int _memberStart;

    private PlainReader(ReadOnlySpan<char> text, WireDocument document, bool hasSpecials)
    {
        _text = text;
        _document = document;
        _hasSpecials = hasSpecials;
    }

    /// <summary>Reads a document. Dispose the result after the message was read from its first element.</summary>
    /// <param name="document">The document.</param>
    /// <param name="mustBeCanonical">Whether the document must be written as a copy of its nodes would be.</param>
    /// <returns>The elements; null if the document is not in the plain form.</returns>
    public static WireDocument? TryRead(byte[] document, bool mustBeCanonical = false)
    {
        var elements = new WireDocument();
        if (TryRead(document, elements, mustBeCanonical))
        {
            return elements;
        }

        elements.Dispose();
        return null;
    }

    /// <summary>Reads a document into elements that may be those of another document before, whose arrays are used again.</summary>
    /// <param name="document">The document.</param>
    /// <param name="elements">Receives the elements. They are not complete if the document is not in the plain form.</param>
    /// <param name="mustBeCanonical">Whether the document must be written as a copy of its nodes would be.</param>
    /// <returns>Whether the document is in the plain form.</returns>
    public static bool TryRead(byte[] document, WireDocument elements, bool mustBeCanonical)
    {
        var start = GetContentStart(document);
        if (start == None || document.Length > MaxBytes)
        {
            return false;
        }

        var hasSpecials = HasSpecials(document);
        if (hasSpecials && HasInvalidCharacter(document))
        {
            return false;
        }

        var characters = elements.Begin(document.Length);
        try
        {
            var length = DocumentEncoding.Utf8.GetChars(document, start, document.Length - start, characters, 0);
            var reader = new PlainReader(characters.AsSpan(0, length), elements, hasSpecials);
            return mustBeCanonical ? reader.TryReadCanonicalDocument() : reader.TryReadDocument();
        }
        catch (DecoderFallbackException)
        {
            // The other reader finds the place.
            return false;
        }
    }

    /// <summary>Returns the end of the byte order mark and the XML declaration; -1 if the declaration is not one that the service sent.</summary>
    public static int GetContentStart(ReadOnlySpan<byte> document)
    {
        var start = document.StartsWith(DocumentEncoding.Utf8Mark) ? DocumentEncoding.Utf8Mark.Length : 0;
        var content = document.Slice(start);
        return !content.StartsWith("<?"u8) ? start
            : content.StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"u8) || content.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>"u8) ? start + "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"u8.Length
            : None;
    }

    // All that XML does not allow in UTF-8: control characters, and the last two characters of the first plane.
    private static bool HasInvalidCharacter(ReadOnlySpan<byte> document) =>
        document.IndexOfAnyInRange((byte)0x00, (byte)0x08) >= 0
        || document.IndexOfAnyInRange((byte)0x0B, (byte)0x0C) >= 0
        || document.IndexOfAnyInRange((byte)0x0E, (byte)0x1F) >= 0
        || (document.IndexOf((byte)0xEF) >= 0 && (document.IndexOf("\uFFFE"u8) >= 0 || document.IndexOf("\uFFFF"u8) >= 0));

    // The document is itself a member of a list, in which no others are kept.
    private bool TryReadCanonicalDocument()
    {
        (_isCanonical, _memberNumber) = (true, NoMembers);
        return TryReadDocument() && _isCanonical;
    }

    private bool TryReadDocument()
    {
        SkipWhiteSpace();
        do
        {
            if (_position + 1 >= _text.Length || _text[_position] != '<' || !(_text[_position + 1] == '/' ? TryReadEnd() : TryReadStart()))
            {
                return false;
            }
        }
        while (_open != None && TryMoveToTag());

        SkipWhiteSpace();
        return _open == None && _position == _text.Length;
    }

    private bool TryReadStart()
    {
        var start = _position;
        if (FindName(_text.Slice(start + 1), out var nameLength) is not { } name || _depth == MaxDepth)
        {
            return false;
        }

        var parent = _open;
        if (parent != None && !CanContain(parent, name))
        {
            return false;
        }

        _open = _document.Start(name, parent);
        _depth++;
        _position = start + 1 + nameLength;
        StartMember(name, parent, start);
        if (_text[_position] == '>' ? parent == None : (parent == None || !TryReadCurrency()) && !TryReadAttributes(isRoot: parent == None))
        {
            return false;
        }

        if (_text[_position] == '/')
        {
            _position += 2;
            return EndElement(default);
        }

        _position++;
        return IsMarkup(name) ? TryReadMarkup() : TryReadText();
    }

    private static XName? FindName(ReadOnlySpan<char> text, out int length)
    {
        length = text.IndexOfAny('>', ' ', '/');
        if (length < 0)
        {
            return null;
        }

        if (WireNameTable.FindElement(text.Slice(0, length)) is { } name)
        {
            return name;
        }

        // Each attribute is on a separate line.
        length = text.Slice(0, length).IndexOfAny('\n', '\t');
        return length < 0 ? null : WireNameTable.FindElement(text.Slice(0, length));
    }

    // Elements inside a text, and the markup of a request inside a response, are for the other reader.
    private readonly bool CanContain(int parent, XName name)
    {
        var outer = _document.NodeAt(parent).Name;
        return name != Elements.InputXml && (_document.Count != parent + 1 || !DocumentReader.IsText(outer));
    }

    private static bool IsMarkup(XName name) => name == Elements.MerchantPrivateData || name == Elements.MerchantPrivateItemData;

    // The text of an element without children, with the end tag behind it.
    private bool TryReadText()
    {
        var start = _position;
        if (!TryMoveToTag())
        {
            return false;
        }

        if (_text[_position + 1] != '/')
        {
            return true;
        }

        var text = _text.Slice(start, _position - start);
        if (XmlWhiteSpace.Fills(text))
        {
            return TryReadEnd();
        }

        return !_hasSpecials || text.IndexOf('&') < 0 ? TryReadEnd(new WireText(start, text.Length)) : TryUnescape(text) is { } unescaped && TryReadEnd(new WireText(unescaped));
    }

    private bool TryReadEnd(WireText text = default)
    {
        var name = _open == None ? string.Empty : _document.NodeAt(_open).Name.LocalName;
        return _open != None && TryReadEndTag(name.AsSpan()) && EndElement(text);
    }

    private bool TryReadEndTag(ReadOnlySpan<char> name)
    {
        var rest = _text.Slice(_position + 2);
        if (rest.Length <= name.Length || rest[name.Length] != '>' || !rest.StartsWith(name))
        {
            return false;
        }

        _position += name.Length + 3;
        return true;
    }

    private bool EndElement(WireText text)
    {
        _document.End(_open, text);
        if (_memberNumber == _open && !TryEndMember())
        {
            return false;
        }

        _open = _document.NodeAt(_open).Parent;
        _depth--;
        return true;
    }

    // A message inside another message is also kept as text.
    private void StartMember(XName name, int parent, int start)
    {
        if (parent == None)
        {
            // A notification has no other message in it, so its elements need not be looked at.
            _memberNumber = name.LocalName.EndsWith("-notification", StringComparison.Ordinal) ? NoMembers : _memberNumber;
        }
        else if (_memberNumber == None && DocumentReader.IsListMember(name, _document.NodeAt(parent).Name))
        {
            (_memberNumber, _memberStart, _isCanonical) = (_open, start, true);
        }
    }

    // The text is what a copy of the nodes would be only if it is written as the copy writes.
    private bool TryEndMember()
    {
        var nameEnd = _memberStart + 1 + _document.NodeAt(_memberNumber).Name.LocalName.Length;
        _document.SetMarkup(_memberNumber, new StringBuilder(_position - _memberStart + NamespaceDeclaration.Length)
            .Append(_text.Slice(_memberStart, nameEnd - _memberStart))
            .Append(NamespaceDeclaration)
            .Append(_text.Slice(nameEnd, _position - nameEnd))
            .ToString());
        _memberNumber = None;
        return _isCanonical;
    }
}

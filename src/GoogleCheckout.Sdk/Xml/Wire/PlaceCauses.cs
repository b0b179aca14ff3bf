using System.Globalization;
using System.Net;
using System.Xml;

namespace GoogleCheckout.Xml;

/// <summary>Finds why a document cannot be read from the place at which the XML reader stopped. No reason quotes text of the document.</summary>
internal static class PlaceCauses
{
    private const int LongestReference = 40;

    /// <summary>Returns the reason, and the place that it is about; null if the place shows none.</summary>
    public static (string Reason, int Index)? Find(DocumentExcerpt document, int place)
    {
        var text = document.Text;
        return FindEncodingError(document, place)
            ?? (place >= text.Length && document.IsAtEnd ? (DescribeEnd(document, place), place) : ((string, int)?)null)
            ?? FindReferenceError(document, place)
            ?? FindForbiddenCharacter(text, place)
            ?? (document.IsAfterRoot || (document.IsWhole && OpenElements.At(text, place).IsAfterElement) ? FindAfterRoot(text, place) : ((string, int)?)null)
            ?? FindTagError(document, place);
    }

    /// <summary>Returns the reason for an error without a place: a document type declaration, or a document without an element.</summary>
    public static (string Reason, int Index) FindWithoutPlace(DocumentExcerpt document) =>
        document.Text.IndexOf("<!DOCTYPE", StringComparison.Ordinal) is >= 0 and var found
            ? ("it has a document type declaration (DTD); DTDs are not read, because they can include files and expand without limit; remove it", found)
            : ("it ends before its first element", document.Text.Length);

    /// <summary>Describes bytes that are not in the encoding of the document.</summary>
    public static string DescribeInvalidByte(DocumentExcerpt document, DocumentExcerpt.InvalidByte invalid)
    {
        var declared = DocumentEncoding.GetDeclaredName(document.StartBytes);
        var encoding = document.EncodingName.ToUpperInvariant();
        var source = declared is null ? "the encoding of a document that declares none"
            : declared.Equals(encoding, StringComparison.OrdinalIgnoreCase) ? "the encoding that it declares"
            : "the encoding of its first bytes";
        var suspicion = encoding == "UTF-8" ? "; it may be ISO-8859-1 or windows-1252, so declare the encoding that it has" : string.Empty;
        return FormattableString.Invariant($"the byte 0x{invalid.Value:X2} at offset {invalid.Offset} is not {encoding}, {source}{suspicion}");
    }

    /// <summary>Returns the index at which a document begins, if the XML reader stopped there or two characters later; null if none does.</summary>
    public static int? FindNextDocument(string text, int place)
    {
        var isAtMark = place < text.Length && text[place] == '\uFEFF';
        foreach (var start in isAtMark ? [place + 1] : new[] { place, place - 1, place - 2 })
        {
            if (IsAt(text, start, "<?xml") || (IsAt(text, start, "<") && IsNameStart(text, start + 1)))
            {
                return start;
            }
        }

        return null;
    }

    private static (string, int)? FindEncodingError(DocumentExcerpt document, int place) =>
        document.FindInvalidByte() is not { } invalid || invalid.Index != place ? null
        : invalid.IsCutCharacter ? (DescribeEnd(document, place), place)
        : (DescribeInvalidByte(document, invalid), place);

    private static string DescribeEnd(DocumentExcerpt document, int place) => OpenElements.At(document.Text, place).Innermost is { } open
        ? $"it ends too early: {Describe(document, open)} is not closed"
        : "it ends too early";

    private static string Describe(DocumentExcerpt document, (string Name, int Index) element)
    {
        var (line, column) = document.PlaceOf(element.Index);

        // The tags around the notifications of a history are not kept with their places.
        return column < 0 ? Quote(element.Name) : FormattableString.Invariant($"{Quote(element.Name)} of line {line}, position {column + 1}");
    }

    // The reader stops inside a reference or after it, depending on the error.
    private static (string, int)? FindReferenceError(DocumentExcerpt document, int place)
    {
        var text = document.Text;
        var start = place > 0 ? text.LastIndexOf('&', Math.Min(place, text.Length) - 1) : -1;
        if (start < 0 || place - start > LongestReference || !text.Substring(start + 1, place - start - 1).All(IsNameCharacter))
        {
            return null;
        }

        var end = place;
        while (end < text.Length && IsNameCharacter(text[end]))
        {
            end++;
        }

        var name = text.Substring(start + 1, end - start - 1);
        if (end == text.Length && document.IsAtEnd)
        {
            return (DescribeEnd(document, start), start);
        }

        if (name.Length == 0 || end == text.Length || text[end] != ';' || name is "#" or "#x")
        {
            return ("an '&' does not begin a reference; write &amp; for it", start);
        }

        return name[0] == '#' ? (DescribeCharacterReference(name), start) : (DescribeEntity(name), start);
    }

    private static string DescribeEntity(string name) => WebUtility.HtmlDecode($"&{name};") is { Length: 1 or 2 } character
        ? $"the entity &{name}; is one of HTML, which XML does not have; write &#{char.ConvertToUtf32(character, 0).ToString(CultureInfo.InvariantCulture)};"
        : "an entity is not declared; XML has only &amp;, &lt;, &gt;, &quot; and &apos;, and an '&' is written as &amp;";

    private static string DescribeCharacterReference(string name)
    {
        var isHexadecimal = name.StartsWith("#x", StringComparison.Ordinal);
        return int.TryParse(name.TrimStart('#', 'x'), isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? DescribeForbidden($"the reference &{name};", code)
            : "a character reference has no valid number";
    }

    private static (string, int)? FindForbiddenCharacter(string text, int place) =>
        place < text.Length && !XmlConvert.IsXmlChar(text[place]) && !(place + 1 < text.Length && char.IsSurrogatePair(text[place], text[place + 1]))
            ? (DescribeForbidden("a character", text[place]), place)
            : null;

    private static string DescribeForbidden(string subject, int code) =>
        FormattableString.Invariant($"{subject} is U+{code:X4}, {(code is < 0x20 or (>= 0x7F and < 0xA0) ? "a control character " : string.Empty)}that XML 1.0 does not allow, not even as a reference; remove it");

    private static (string, int)? FindAfterRoot(string text, int place) => FindNextDocument(text, place) is { } start
        ? ("a second document begins after the first; CheckoutXml.ReadNotifications reads an archive of several documents", start)
        : ("text follows the end of the root element; CheckoutXml.ReadArchive reads notifications between other lines", place);

    private static (string, int)? FindTagError(DocumentExcerpt document, int place)
    {
        var text = document.Text;
        if (place >= 2 && text[place - 1] == '/' && text[place - 2] == '<')
        {
            var nameEnd = text.IndexOfAny([' ', '\t', '\r', '\n', '>'], place);
            var name = Quote(text.Substring(place, (nameEnd < 0 ? text.Length : nameEnd) - place));
            return OpenElements.At(text, place - 2).Innermost is { } open
                ? ($"the end tag of {name} does not match {Describe(document, open)}", place - 2)
                : ($"the end tag of {name} does not match the open element", place - 2);
        }

        return IsAt(text, place - 2, "<?xml") ? ("an XML declaration is not at the beginning of the document", place - 2)
            : place > 0 && text[place - 1] == '<' && place < text.Length && !IsNameStart(text, place) ? ("a '<' does not begin a tag; write &lt; for it", place - 1)
            : null;
    }

    private static string Quote(string name)
    {
        var localName = name.Substring(name.IndexOf(':') + 1);
        return WireNameTable.Contains(localName) ? $"the element {QuotedText.Of(name)}" : "an unknown element";
    }

    private static bool IsAt(string text, int index, string markup) => index >= 0 && string.CompareOrdinal(text, index, markup, 0, markup.Length) == 0;

    private static bool IsNameStart(string text, int index) => index < text.Length && (XmlConvert.IsStartNCNameChar(text[index]) || text[index] == ':');

    private static bool IsNameCharacter(char character) => XmlConvert.IsNCNameChar(character) || character is '#' or ':';
}

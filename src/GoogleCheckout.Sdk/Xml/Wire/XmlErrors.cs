using System.Xml;

namespace GoogleCheckout.Xml;

/// <summary>Makes the exception for a document that cannot be read.</summary>
/// <remarks>
/// The parser's own exceptions are not passed on: they quote the document, and with it perhaps a buyer's data.
/// </remarks>
internal static class XmlErrors
{
    public static CheckoutXmlException Unreadable(string reason, string? path, int line, int column)
    {
        var place = line > 0 ? $" (line {line}, position {column})" : string.Empty;
        return new CheckoutXmlException($"The XML cannot be read as a Google Checkout message: {reason}{place}.")
        {
            Path = path,
            LineNumber = line,
            LinePosition = column,
        };
    }

    public static CheckoutXmlException NotWellFormed(XmlException exception, string path, bool beginsAsXml)
    {
        var reason = !beginsAsXml ? "it is no XML; it may be an HTML page, a form or JSON"
            : path == "/" ? "it is not well-formed, or has a document type declaration (DTD), which no message may have"
            : $"it is not well-formed, or ends too early, in {path}";
        return Unreadable(reason, path, exception.LineNumber, exception.LinePosition);
    }

    public static CheckoutXmlException Limit(XmlLimitException exception, XmlReader? reader, string path)
    {
        var position = reader as IXmlLineInfo;
        return Unreadable(exception.Message, path, position?.LineNumber ?? 0, position?.LinePosition ?? 0);
    }

    /// <summary>A fault in a document that is at hand: a second reading finds the line.</summary>
    public static CheckoutXmlException At(WireFormatException fault, byte[] document)
    {
        var (line, column) = Locate(fault.ElementNumber, document);
        return Unreadable($"{fault.Path} {fault.Message}", fault.Path, line, column);
    }

    private static (int Line, int Column) Locate(int elementNumber, byte[] document)
    {
        using var xml = XmlReader.Create(new MemoryStream(document, writable: false), DocumentReader.Settings());
        using var reader = new DocumentReader(xml);
        var position = (IXmlLineInfo)xml;
        var found = (Line: 0, Column: 0);
        reader.ReadDocument(number => found = number == elementNumber ? (position.LineNumber, position.LinePosition) : found);
        return found;
    }
}

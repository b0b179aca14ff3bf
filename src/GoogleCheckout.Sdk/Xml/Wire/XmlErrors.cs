using System.Xml;

namespace GoogleCheckout.Xml;

/// <summary>Creates the exceptions for documents that cannot be read.</summary>
/// <remarks>
/// The exceptions of <see cref="XmlReader"/> are not inner exceptions: they quote the document, which may contain the buyer's data.
/// </remarks>
internal static class XmlErrors
{
    public static CheckoutXmlException Unreadable(string reason, string? path, int line, int column)
    {
        var position = line > 0 ? $" (line {line}, position {column})" : string.Empty;
        return new CheckoutXmlException($"The XML cannot be read as a Google Checkout message: {reason}{position}.")
        {
            Path = path,
            LineNumber = line,
            LinePosition = column,
            Reason = reason,
        };
    }

    /// <summary>Creates the same exception with another place: that of a document in an archive.</summary>
    public static CheckoutXmlException MoveTo(CheckoutXmlException exception, int line, int column) =>
        Unreadable(exception.Reason ?? exception.Message, exception.Path, line, column);

    public static CheckoutXmlException NotWellFormed(XmlException exception, string path, bool beginsAsXml)
    {
        var reason = !beginsAsXml ? "it is not XML; it may be an HTML page, a form or JSON"
            : path == "/" ? "it is not well-formed, or has a document type declaration (DTD), which messages must not have"
            : $"it is not well-formed, or ends too early, at {path}";
        return Unreadable(reason, path, exception.LineNumber, exception.LinePosition);
    }

    public static CheckoutXmlException LimitExceeded(XmlLimitException exception, XmlReader? reader, string path)
    {
        var position = reader as IXmlLineInfo;
        return Unreadable(exception.Message, path, position?.LineNumber ?? 0, position?.LinePosition ?? 0);
    }

    /// <summary>Creates the exception for an element that is not valid. Reads the document again to find the line.</summary>
    public static CheckoutXmlException InvalidElement(WireFormatException exception, byte[] document)
    {
        var (line, column) = Locate(exception.ElementNumber, document);
        return Unreadable($"{exception.Path} {exception.Message}", exception.Path, line, column);
    }

    private static (int Line, int Column) Locate(int elementNumber, byte[] document)
    {
        using var xml = XmlReader.Create(new MemoryStream(document, writable: false), DocumentReader.CreateSettings());
        using var reader = new DocumentReader(xml);
        var position = (IXmlLineInfo)xml;
        var found = (Line: 0, Column: 0);
        reader.ReadDocument(number => found = number == elementNumber ? (position.LineNumber, position.LinePosition) : found);
        return found;
    }
}

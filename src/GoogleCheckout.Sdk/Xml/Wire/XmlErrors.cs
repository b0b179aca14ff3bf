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
        };
    }

    /// <summary>Creates the exception for a document that an XML reader, or the decoder below it, cannot read.</summary>
    public static CheckoutXmlException NotWellFormed(Exception exception, string path, DocumentExcerpt document)
    {
        if (document.StartBytes.IsEmpty)
        {
            return Unreadable("it is empty", "/", 0, 0);
        }

        if (StartCauses.Find(document) is { } startCause)
        {
            return Unreadable(startCause, "/", document.Origin.Line, document.Origin.Column);
        }

        var (reason, (line, column)) = FindCause(exception as XmlException, document);
        return Unreadable(reason, path, line, column);
    }

    public static CheckoutXmlException LimitExceeded(XmlLimitException exception, XmlReader? reader, string path, DocumentOrigin origin)
    {
        var (line, column) = reader is IXmlLineInfo { LineNumber: > 0 } position ? origin.ToOuter((position.LineNumber, position.LinePosition)) : (0, 0);
        return Unreadable(exception.Message, path, line, column);
    }

    /// <summary>Creates the exception for an element that is not valid. Reads the document again to find the line.</summary>
    public static CheckoutXmlException InvalidElement(WireFormatException exception, byte[] document, DocumentOrigin origin)
    {
        var (line, column) = origin.ToOuter(Locate(exception.ElementNumber, document));
        return Unreadable($"{exception.Path} {exception.Message}", exception.Path, line, column);
    }

    /// <summary>Creates the exception for a member of a list, with the path and the place in it. Reads the member again to find the line.</summary>
    public static CheckoutXmlException InvalidListMember(WireFormatException exception, WireElement listMember, byte[] xml)
    {
        var path = exception.GetPathIn(listMember);
        var (line, column) = Locate(exception.ElementNumber - listMember.Number, xml);
        return Unreadable($"{path} {exception.Message}", path, line, column);
    }

    // A decoder stops at invalid bytes before the reader comes to them, and its exception has no place.
    private static (string Reason, (int Line, int Column) Place) FindCause(XmlException? exception, DocumentExcerpt document)
    {
        if (exception is null)
        {
            return document.FindInvalidByte() is { } invalid
                ? (PlaceCauses.DescribeInvalidByte(document, invalid), document.PlaceOf(invalid.Index))
                : ($"it has bytes that are not {document.EncodingName}", (0, 0));
        }

        if (exception.LineNumber == 0)
        {
            var (reason, index) = PlaceCauses.FindWithoutPlace(document);
            return (reason, document.PlaceOf(index));
        }

        var place = (exception.LineNumber, exception.LinePosition);
        return document.IndexOf(place) is >= 0 and var found && PlaceCauses.Find(document, found) is var (cause, causeIndex)
            ? (cause, document.PlaceOf(causeIndex))
            : ($"it is not well-formed: {ParserSentence.Of(exception)}", document.Origin.ToOuter(place));
    }

    private static (int Line, int Column) Locate(int elementNumber, byte[] document)
    {
        using var xml = XmlInput.Open(document);
        using var reader = new DocumentReader(xml, MarkupBudget.ForDocument(document.Length));
        var position = (IXmlLineInfo)xml;
        var found = (Line: 0, Column: 0);
        reader.ReadDocument(number => found = number == elementNumber ? (position.LineNumber, position.LinePosition) : found);
        return found;
    }
}

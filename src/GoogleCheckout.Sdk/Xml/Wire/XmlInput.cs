using System.Xml;

namespace GoogleCheckout.Xml;

/// <summary>Opens the XML reader of a document. All documents are opened here, so that each is decoded in the same way.</summary>
internal static class XmlInput
{
    /// <summary>Opens a document in memory.</summary>
    public static XmlReader Open(byte[] document) => Open(new MemoryStream(document, writable: false), document, isAsync: false);

    /// <summary>Opens a document.</summary>
    /// <param name="document">The document, from its beginning.</param>
    /// <param name="start">Its first bytes, at least <see cref="DocumentEncoding.StartLength"/> of a longer one.</param>
    /// <param name="isAsync">Whether the document is read asynchronously.</param>
    /// <exception cref="XmlException">The XML declaration contains a byte that is not ASCII.</exception>
    public static XmlReader Open(Stream document, ReadOnlySpan<byte> start, bool isAsync)
    {
        if (DocumentEncoding.GetDecoder(start) is { } encoding)
        {
            return XmlReader.Create(new StreamReader(document, encoding, detectEncodingFromByteOrderMarks: false), CreateSettings(isAsync));
        }

        // The reader decodes the bytes behind a declaration again, and mistakes their place if it is not the same in bytes and characters.
        return DocumentEncoding.IsDeclarationAscii(start)
            ? XmlReader.Create(document, CreateSettings(isAsync))
            : throw new XmlException("The XML declaration contains a byte that is not ASCII.");
    }

    private static XmlReaderSettings CreateSettings(bool isAsync) => new()
    {
        Async = isAsync,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        NameTable = new WireNameTable(),
        CloseInput = false,
    };
}

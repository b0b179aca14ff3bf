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
    /// <exception cref="XmlException">The XML declaration cannot be read.</exception>
    public static XmlReader Open(Stream document, ReadOnlySpan<byte> start, bool isAsync)
    {
        if (DocumentEncoding.FindDeclarationError(start) is { } error)
        {
            throw new XmlException(error);
        }

        return DocumentEncoding.GetDecoder(start) is { } encoding
            ? XmlReader.Create(new StreamReader(document, encoding, detectEncodingFromByteOrderMarks: false), CreateSettings(isAsync))
            : XmlReader.Create(document, CreateSettings(isAsync));
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

using System.Xml.Linq;
using GoogleCheckout.Xml;

namespace GoogleCheckout;

// The methods that compare a document with the schema.
public static partial class CheckoutXml
{
    /// <summary>The maximum number of violations that are listed for a document: 100.</summary>
    public const int MaxSchemaViolations = ViolationList.Max;

    /// <summary>
    /// Finds everything in a document that the official schema does not allow, such as misspelled, repeated and missing elements. Reading
    /// (<see cref="Parse(ReadOnlyMemory{byte})"/>) accepts much of this, because real senders did not follow the schema.
    /// </summary>
    /// <param name="xml">A document of at most <see cref="DefaultMaxBytes"/>.</param>
    /// <returns>The first <see cref="MaxSchemaViolations"/> violations; empty if the document is valid.</returns>
    /// <exception cref="CheckoutXmlException">The document is not well-formed, or exceeds a limit of the reader.</exception>
    public static IReadOnlyList<SchemaViolation> ValidateSchema(ReadOnlyMemory<byte> xml) => xml.Length <= DefaultMaxBytes
        ? DocumentParser.Validate(xml.ToArray())
        : throw XmlErrors.Unreadable(XmlLimitException.TooLong(DefaultMaxBytes).Message, null, 0, 0);

    /// <summary>Finds everything in a document that the official schema does not allow.</summary>
    /// <param name="xml">A document of at most <see cref="DefaultMaxBytes"/>, which is read to its end.</param>
    /// <returns>The first <see cref="MaxSchemaViolations"/> violations; empty if the document is valid.</returns>
    /// <exception cref="CheckoutXmlException">The document is not well-formed, or exceeds a limit of the reader.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="xml"/> is null.</exception>
    public static IReadOnlyList<SchemaViolation> ValidateSchema(Stream xml) => ValidateSchema(xml, DefaultMaxBytes);

    /// <summary>Finds everything in a document of limited length that the official schema does not allow.</summary>
    /// <param name="xml">A document, which is read to its end.</param>
    /// <param name="maxBytes">The maximum length of the document, in bytes.</param>
    /// <returns>The first <see cref="MaxSchemaViolations"/> violations; empty if the document is valid.</returns>
    /// <exception cref="CheckoutXmlException">The document is not well-formed, exceeds a limit of the reader, or is too long.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="xml"/> is null.</exception>
    public static IReadOnlyList<SchemaViolation> ValidateSchema(Stream xml, int maxBytes) => DocumentParser.Validate(ReadToEnd(xml, maxBytes));

    /// <summary>Finds everything in a document that the official schema does not allow.</summary>
    /// <param name="xml">A document of at most <see cref="DefaultMaxBytes"/> with any declared encoding: the string is decoded, so the declaration need not be true.</param>
    /// <returns>The first <see cref="MaxSchemaViolations"/> violations; empty if the document is valid.</returns>
    /// <exception cref="CheckoutXmlException">The document is not well-formed, or exceeds a limit of the reader.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="xml"/> is null.</exception>
    public static IReadOnlyList<SchemaViolation> ValidateSchema(string xml)
    {
        ThrowIfNull(xml, nameof(xml));
        return ValidateSchema(DocumentText.Encode(xml));
    }

    /// <summary>Finds everything in an element that the official schema does not allow.</summary>
    /// <param name="xml">The root element of a message. Lines and positions are those of the element written without indentation.</param>
    /// <returns>The first <see cref="MaxSchemaViolations"/> violations; empty if the element is valid.</returns>
    /// <exception cref="CheckoutXmlException">The element exceeds a limit of the reader.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="xml"/> is null.</exception>
    public static IReadOnlyList<SchemaViolation> ValidateSchema(XElement xml) => DocumentParser.Validate(ToUtf8(xml));

    /// <summary>Finds everything in a document that the official schema does not allow. The stream is never read synchronously.</summary>
    /// <param name="xml">A document of at most <see cref="DefaultMaxBytes"/>, which is read to its end.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The first <see cref="MaxSchemaViolations"/> violations; empty if the document is valid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="xml"/> is null. It is thrown at the call; all other exceptions, by the returned task.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <exception cref="CheckoutXmlException">The document is not well-formed, or exceeds a limit of the reader.</exception>
    public static Task<IReadOnlyList<SchemaViolation>> ValidateSchemaAsync(Stream xml, CancellationToken cancellationToken = default)
    {
        ThrowIfNull(xml, nameof(xml));
        return ValidateAsync(xml, DefaultMaxBytes, cancellationToken);
    }

    private static async Task<IReadOnlyList<SchemaViolation>> ValidateAsync(Stream xml, int maxBytes, CancellationToken cancellationToken) =>
        DocumentParser.Validate(await ReadToEndAsync(xml, maxBytes, cancellationToken).ConfigureAwait(false));
}

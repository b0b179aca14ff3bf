using System.Text;
using System.Xml;

namespace GoogleCheckout.Xml;

/// <summary>Reads a whole document and returns its message.</summary>
internal static class DocumentParser
{
    /// <summary>Reads a document. The message keeps the array as its original XML, so the caller must not change it.</summary>
    public static CheckoutMessage Parse(byte[] document) => Parse(document, DocumentOrigin.None);

    /// <summary>Reads a document of an archive. The places in exceptions are those in the archive.</summary>
    public static CheckoutMessage Parse(byte[] document, DocumentOrigin origin) => ParsePlain(document, origin) ?? ParseAny(document, origin);

    /// <summary>Reads a document of an archive with elements that may be those of another document before.</summary>
    public static CheckoutMessage Parse(byte[] document, DocumentOrigin origin, WireDocument elements) => ParsePlain(document, origin, elements) ?? ParseAny(document, origin);

    /// <summary>Reads a document that is in the plain form. Returns null if it is not.</summary>
    internal static CheckoutMessage? ParsePlain(byte[] document, DocumentOrigin origin)
    {
        using var elements = new WireDocument();
        return ParsePlain(document, origin, elements);
    }

    private static CheckoutMessage? ParsePlain(byte[] document, DocumentOrigin origin, WireDocument elements)
    {
        if (!PlainReader.TryRead(document, elements, mustBeCanonical: false))
        {
            return null;
        }

        try
        {
            var message = MessageCodecs.Read(elements[0]);
            message.OriginalXml = document;
            return message;
        }
        catch (WireFormatException e)
        {
            throw XmlErrors.InvalidElement(e, document, origin);
        }
    }

    /// <summary>Reads a document with an XML reader.</summary>
    internal static CheckoutMessage ParseAny(byte[] document, DocumentOrigin origin)
    {
        XmlReader? xml = null;
        DocumentReader? reader = null;
        try
        {
            xml = XmlInput.Open(document);
            reader = new DocumentReader(xml, MarkupBudget.ForDocument(document.Length));
            var message = MessageCodecs.Read(reader.ReadDocument());
            message.OriginalXml = document;
            return message is UnknownMessage unknown && IsHtml(unknown)
                ? throw XmlErrors.Unreadable("it is an HTML page", "/", origin.Line, origin.Column)
                : message;
        }
        catch (Exception e) when (e is XmlException or DecoderFallbackException)
        {
            throw XmlErrors.NotWellFormed(e, reader?.Path ?? "/", DocumentExcerpt.Whole(document, origin));
        }
        catch (XmlLimitException e)
        {
            throw XmlErrors.LimitExceeded(e, xml, reader?.Path ?? "/", origin);
        }
        catch (WireFormatException e)
        {
            throw XmlErrors.InvalidElement(e, document, origin);
        }
        finally
        {
            reader?.Dispose();
            xml?.Dispose();
        }
    }

    /// <summary>Returns the violations of the schema. A document that cannot be read throws what <see cref="Parse(byte[])"/> throws.</summary>
    public static IReadOnlyList<SchemaViolation> Validate(byte[] document)
    {
        try
        {
            using var xml = XmlInput.Open(document);
            return SchemaValidator.Validate(xml);
        }
        catch (Exception e) when (e is XmlException or DecoderFallbackException or XmlLimitException)
        {
            Parse(document);
            throw XmlErrors.Unreadable(e is XmlLimitException ? e.Message : "it is not well-formed", null, 0, 0);
        }
    }

    private static bool IsHtml(UnknownMessage message) => message.RootName.Equals("html", StringComparison.OrdinalIgnoreCase);
}

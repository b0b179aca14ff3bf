using System.Xml;

namespace GoogleCheckout.Xml;

/// <summary>Reads a whole document and returns its message.</summary>
internal static class DocumentParser
{
    /// <summary>Reads a document. The message keeps the array as its original XML, so the caller must not change it.</summary>
    public static CheckoutMessage Parse(byte[] document)
    {
        XmlReader? xml = null;
        DocumentReader? reader = null;
        try
        {
            xml = XmlReader.Create(new MemoryStream(document, writable: false), DocumentReader.CreateSettings());
            reader = new DocumentReader(xml);
            var message = MessageCodecs.Read(reader.ReadDocument());
            message.OriginalXml = document;
            return message is UnknownMessage unknown && IsHtml(unknown)
                ? throw XmlErrors.Unreadable("it is an HTML page", "/", 1, 1)
                : message;
        }
        catch (XmlException e)
        {
            throw XmlErrors.NotWellFormed(e, reader?.Path ?? "/", BeginsAsXml(document));
        }
        catch (XmlLimitException e)
        {
            throw XmlErrors.LimitExceeded(e, xml, reader?.Path ?? "/");
        }
        catch (WireFormatException e)
        {
            throw XmlErrors.InvalidElement(e, document);
        }
        finally
        {
            reader?.Dispose();
            xml?.Dispose();
        }
    }

    private static bool IsHtml(UnknownMessage message) => message.RootName.Equals("html", StringComparison.OrdinalIgnoreCase);

    // Checks the first byte that is not part of a byte order mark, white space or the zero byte of a wide encoding.
    private static bool BeginsAsXml(byte[] document) =>
        document.FirstOrDefault(value => value is not (0xEF or 0xBB or 0xBF or 0xFE or 0xFF or 0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')) == '<';
}

using System.Xml;

namespace GoogleCheckout.Xml;

/// <summary>From a whole document to its message.</summary>
internal static class DocumentParser
{
    /// <summary>Reads the document and keeps it as the message's original XML: the array belongs to the message from now on.</summary>
    public static CheckoutMessage Parse(byte[] document)
    {
        XmlReader? xml = null;
        DocumentReader? reader = null;
        try
        {
            xml = XmlReader.Create(new MemoryStream(document, writable: false), DocumentReader.Settings());
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
            throw XmlErrors.Limit(e, xml, reader?.Path ?? "/");
        }
        catch (WireFormatException e)
        {
            throw XmlErrors.At(e, document);
        }
        finally
        {
            reader?.Dispose();
            xml?.Dispose();
        }
    }

    private static bool IsHtml(UnknownMessage message) => message.RootName.Equals("html", StringComparison.OrdinalIgnoreCase);

    // Looks at the first character that is neither a byte order mark, white space nor the zero byte of a wide encoding.
    private static bool BeginsAsXml(byte[] document) =>
        document.FirstOrDefault(value => value is not (0xEF or 0xBB or 0xBF or 0xFE or 0xFF or 0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')) == '<';
}

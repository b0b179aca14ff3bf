using System.Text;

namespace GoogleCheckout.Xml;

/// <summary>Encodes a document that is a string, with the encoding of its XML declaration, or as UTF-8 if that has not all characters.</summary>
internal static class DocumentText
{
    /// <exception cref="CheckoutXmlException">The text contains half of a surrogate pair.</exception>
    public static byte[] Encode(string xml)
    {
        var name = GetDeclaredName(xml);
        try
        {
            return GetBytes(xml, name is null ? DocumentEncoding.Utf8 : DocumentEncoding.GetForText(name));
        }
        catch (EncoderFallbackException)
        {
            // A string is decoded, so its declaration is out of date: it was that of the bytes.
            ThrowIfHalfOfAPair(xml);
            return GetBytes(DeclareUtf8(xml, name!), DocumentEncoding.Utf8);
        }
    }

    private static byte[] GetBytes(string xml, Encoding encoding) => [.. encoding.GetPreamble(), .. encoding.GetBytes(xml)];

    private static void ThrowIfHalfOfAPair(string xml)
    {
        try
        {
            DocumentEncoding.Utf8.GetByteCount(xml);
        }
        catch (EncoderFallbackException e)
        {
            var (line, column) = TextPlace.Of(xml, e.Index);
            throw XmlErrors.Unreadable("it contains half of a surrogate pair", null, line, column);
        }
    }

    private static string DeclareUtf8(string xml, string name)
    {
        var start = xml.IndexOf(name, StringComparison.Ordinal);
        return xml.Remove(start, name.Length).Insert(start, "UTF-8");
    }

    // The XML reader reports an unknown encoding, with its position.
    private static string? GetDeclaredName(string xml)
    {
        var start = Encoding.ASCII.GetBytes(xml.Length > DocumentEncoding.StartLength ? xml.Remove(DocumentEncoding.StartLength) : xml);
        return DocumentEncoding.GetDeclaredName(start);
    }
}

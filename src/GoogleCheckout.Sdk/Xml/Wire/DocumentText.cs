using System.Text;

namespace GoogleCheckout.Xml;

/// <summary>Encodes a document that is a string, with the encoding of its XML declaration.</summary>
internal static class DocumentText
{
    /// <exception cref="CheckoutXmlException">The text contains a character that the encoding does not have.</exception>
    public static byte[] Encode(string xml)
    {
        var encoding = GetEncoding(xml);
        try
        {
            return [.. encoding.GetPreamble(), .. encoding.GetBytes(xml)];
        }
        catch (EncoderFallbackException e)
        {
            var (line, column) = TextPlace.Of(xml, e.Index);
            var reason = e.CharUnknownLow != '\0' || !char.IsSurrogate(e.CharUnknown)
                ? $"it contains a character that its encoding, {encoding.WebName}, does not have; declare UTF-8"
                : "it contains half of a surrogate pair";
            throw XmlErrors.Unreadable(reason, null, line, column);
        }
    }

    // The XML reader reports an unknown encoding, with its position.
    private static Encoding GetEncoding(string xml)
    {
        var start = Encoding.ASCII.GetBytes(xml.Length > DocumentEncoding.StartLength ? xml.Remove(DocumentEncoding.StartLength) : xml);
        return DocumentEncoding.GetDeclaredName(start) is { } name ? DocumentEncoding.GetForText(name) : DocumentEncoding.Utf8;
    }
}

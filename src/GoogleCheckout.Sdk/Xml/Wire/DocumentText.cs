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
        catch (EncoderFallbackException)
        {
            throw XmlErrors.Unreadable("it contains half of a surrogate pair, or a character that its encoding does not have", null, 0, 0);
        }
    }

    private static Encoding GetEncoding(string xml)
    {
        var declaredName = FindDeclaredEncoding(xml);
        try
        {
            return declaredName is null || declaredName.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
                ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)
                : Encoding.GetEncoding(declaredName, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // The XML reader reports the unknown encoding, with its position.
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        }
    }

    private static string? FindDeclaredEncoding(string xml)
    {
        if (!xml.StartsWith("<?xml", StringComparison.Ordinal))
        {
            return null;
        }

        var end = xml.IndexOf("?>", StringComparison.Ordinal);
        var start = xml.IndexOf("encoding", StringComparison.Ordinal);
        if (start < 0 || end < start)
        {
            return null;
        }

        var parts = xml.Substring(start, end - start).Split('"', '\'');
        return parts.Length >= 2 ? parts[1] : null;
    }
}

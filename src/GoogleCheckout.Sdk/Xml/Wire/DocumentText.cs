using System.Text;

namespace GoogleCheckout.Xml;

/// <summary>A document given as text, made the bytes that its own XML declaration says it is.</summary>
internal static class DocumentText
{
    /// <exception cref="CheckoutXmlException">The text has characters that its encoding does not have.</exception>
    public static byte[] Encode(string xml)
    {
        var encoding = EncodingOf(xml);
        try
        {
            return [.. encoding.GetPreamble(), .. encoding.GetBytes(xml)];
        }
        catch (EncoderFallbackException)
        {
            throw XmlErrors.Unreadable("it has half of a surrogate pair, or a character its encoding does not have", null, 0, 0);
        }
    }

    private static Encoding EncodingOf(string xml)
    {
        var declaredName = DeclaredEncoding(xml);
        try
        {
            return declaredName is null || declaredName.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
                ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)
                : Encoding.GetEncoding(declaredName, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // Reading the bytes will say that the encoding is unknown, and where.
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        }
    }

    private static string? DeclaredEncoding(string xml)
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

using System.Text;

namespace GoogleCheckout.Notifications;

/// <summary>
/// Reads what the service posts to a merchant: notifications, calculation callbacks, and the other messages that old guides
/// have a merchant dispatch too. It is thread-safe.
/// </summary>
public sealed class NotificationParser
{
    private const int MaxSerialNumberLength = 128;

    private readonly int _maxBytes;

    /// <summary>Makes a parser for documents of at most <see cref="CheckoutXml.DefaultMaxBytes"/>.</summary>
    public NotificationParser()
        : this(CheckoutXml.DefaultMaxBytes)
    {
    }

    /// <summary>Makes a parser.</summary>
    /// <param name="maxBytes">The longest document to accept.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not more than zero.</exception>
    public NotificationParser(int maxBytes) =>
        _maxBytes = maxBytes > 0 ? maxBytes : throw new ArgumentOutOfRangeException(nameof(maxBytes), maxBytes, "It must be more than zero.");

    /// <summary>Reads the body of an XML push, or a document kept of one.</summary>
    /// <param name="body">The document, read to its end; its encoding is what the XML says it is.</param>
    /// <returns>The message; an <see cref="UnknownNotification"/> or <see cref="UnknownMessage"/> where the protocol has no such root.</returns>
    /// <exception cref="CheckoutXmlException">The document cannot be read, or is too long.</exception>
    public CheckoutMessage Parse(Stream body) => CheckoutXml.Parse(body, _maxBytes);

    /// <summary>Reads the body of an XML push, or a document kept of one.</summary>
    /// <param name="body">The document; it is copied.</param>
    /// <returns>The message; an <see cref="UnknownNotification"/> or <see cref="UnknownMessage"/> where the protocol has no such root.</returns>
    /// <exception cref="CheckoutXmlException">The document cannot be read, or is too long.</exception>
    public CheckoutMessage Parse(ReadOnlyMemory<byte> body) => CheckoutXml.Parse(body, _maxBytes);

    /// <summary>Reads a body whose array belongs to the message from then on, so that it is not copied.</summary>
    /// <exception cref="CheckoutXmlException">The document cannot be read, or is too long.</exception>
    internal CheckoutMessage ParseOwned(byte[] body) => CheckoutXml.ParseOwned(body, _maxBytes);

    /// <summary>
    /// Whether a post is an XML push. What is not, whatever it says it is, names a serial number among its form fields:
    /// <see cref="GetSerialNumber"/>.
    /// </summary>
    /// <param name="contentType">The <c>Content-Type</c> header; null where there was none.</param>
    public static bool IsXml(string? contentType)
    {
        var mediaType = contentType?.Split(';')[0].Trim();
        return mediaType is not null
            && (mediaType.Equals("application/xml", StringComparison.OrdinalIgnoreCase) || mediaType.Equals("text/xml", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The serial number among the form fields of a serial-number post or of a name/value push.</summary>
    /// <param name="body">The body: <c>name=value&amp;name=value</c>, percent-encoded.</param>
    /// <returns>The serial number, to be fetched with <see cref="CheckoutClient.GetNotificationAsync"/>; null where there is none, or nothing that could be one.</returns>
    public static string? GetSerialNumber(ReadOnlySpan<byte> body)
    {
        var field = FindField(body);
        if (field.IsEmpty || field.Length > 3 * MaxSerialNumberLength)
        {
            return null;
        }

        var serialNumber = Uri.UnescapeDataString(Encoding.ASCII.GetString(field.ToArray()).Replace('+', ' ')).Trim();
        return IsSerialNumber(serialNumber) ? serialNumber : null;
    }

    // Real ones were GUIDs, digits, and digits with hyphens; whoever posts it is not known, so it is not taken for more.
    private static bool IsSerialNumber(string text) =>
        text.Length is > 0 and <= MaxSerialNumberLength && text.All(character => character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' or '_' or '.' or ':');

    private static ReadOnlySpan<byte> FindField(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> name = "serial-number="u8;
        while (!body.IsEmpty)
        {
            var end = body.IndexOf((byte)'&');
            var field = end < 0 ? body : body.Slice(0, end);
            if (field.StartsWith(name))
            {
                return field.Slice(name.Length);
            }

            body = end < 0 ? default : body.Slice(end + 1);
        }

        return default;
    }
}

using System.Text;

namespace GoogleCheckout.Notifications;

/// <summary>
/// Reads the messages that the service posts to a merchant: notifications, calculation callbacks, and the other messages that
/// the guides mention. Instances are thread-safe.
/// </summary>
public sealed class NotificationParser
{
    private readonly int _maxBytes;

    /// <summary>Creates a parser for documents of at most <see cref="CheckoutXml.DefaultMaxBytes"/> (10 MB).</summary>
    public NotificationParser()
        : this(CheckoutXml.DefaultMaxBytes)
    {
    }

    /// <summary>Creates a parser.</summary>
    /// <param name="maxBytes">The maximum length of a document, in bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxBytes"/> is not more than zero.</exception>
    public NotificationParser(int maxBytes) =>
        _maxBytes = maxBytes > 0 ? maxBytes : throw new ArgumentOutOfRangeException(nameof(maxBytes), maxBytes, "The maximum length must be more than zero.");

    /// <summary>Reads the body of an XML notification, or an archived document.</summary>
    /// <param name="body">The document. It is read to its end, in the encoding that the XML declares.</param>
    /// <returns>The message; an <see cref="UnknownNotification"/> or <see cref="UnknownMessage"/> if the protocol does not have the root element.</returns>
    /// <exception cref="CheckoutXmlException">The document cannot be read, or is too long.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    public CheckoutMessage Parse(Stream body) => CheckoutXml.Parse(body, _maxBytes);

    /// <summary>Reads the body of an XML notification, or an archived document.</summary>
    /// <param name="body">The document. It is copied.</param>
    /// <returns>The message; an <see cref="UnknownNotification"/> or <see cref="UnknownMessage"/> if the protocol does not have the root element.</returns>
    /// <exception cref="CheckoutXmlException">The document cannot be read, or is too long.</exception>
    public CheckoutMessage Parse(ReadOnlyMemory<byte> body) => CheckoutXml.Parse(body, _maxBytes);

    /// <summary>
    /// Checks whether a post is XML. All other posts are form fields that contain a serial number: see
    /// <see cref="GetSerialNumber"/>.
    /// </summary>
    /// <param name="contentType">The <c>Content-Type</c> header; null if absent.</param>
    /// <returns>True if the media type is <c>application/xml</c> or <c>text/xml</c>; otherwise false.</returns>
    public static bool IsXml(string? contentType)
    {
        var value = contentType.AsSpan();
        var mediaType = (value.IndexOf(';') is >= 0 and var end ? value.Slice(0, end) : value).Trim();
        return mediaType.Equals("application/xml".AsSpan(), StringComparison.OrdinalIgnoreCase) || mediaType.Equals("text/xml".AsSpan(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Returns the serial number from the form fields of a serial-number or name/value post.</summary>
    /// <param name="body">The body: <c>name=value&amp;name=value</c>, percent-encoded.</param>
    /// <returns>The serial number; null if it is absent or not valid. Fetch the notification with <see cref="CheckoutClient.GetNotificationAsync"/>.</returns>
    public static string? GetSerialNumber(ReadOnlySpan<byte> body) =>
        FindField(body, "serial-number="u8) is { } serialNumber && IsSerialNumber(serialNumber) ? serialNumber : null;

    /// <summary>Returns the root element that a name/value post stands for; null if it is absent or not valid.</summary>
    internal static string? GetMessageType(ReadOnlySpan<byte> body) => FindField(body, "_type="u8);

    // Real serial numbers were GUIDs, digits, and digits with hyphens. The sender of the post is unknown, so little else is accepted.
    private static bool IsSerialNumber(string text) =>
        text.Length is > 0 and <= Identifier.MaxLength && text.All(character => character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' or '_' or '.' or ':');

    /// <param name="body">The fields.</param>
    /// <param name="name">The name and the equals sign.</param>
    private static string? FindField(ReadOnlySpan<byte> body, ReadOnlySpan<byte> name)
    {
        while (!body.IsEmpty)
        {
            var end = body.IndexOf((byte)'&');
            var field = end < 0 ? body : body.Slice(0, end);
            if (field.StartsWith(name))
            {
                return Decode(field.Slice(name.Length));
            }

            body = end < 0 ? default : body.Slice(end + 1);
        }

        return null;
    }

    private static string? Decode(ReadOnlySpan<byte> value) => value.Length > 3 * Identifier.MaxLength
        ? null
        : Uri.UnescapeDataString(Encoding.ASCII.GetString(value.ToArray()).Replace('+', ' ')).Trim();
}

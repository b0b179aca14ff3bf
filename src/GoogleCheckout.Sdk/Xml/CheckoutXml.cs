using System.Text;
using System.Xml;
using System.Xml.Linq;
using GoogleCheckout.Notifications;
using GoogleCheckout.Xml;

namespace GoogleCheckout;

/// <summary>Messages from XML and to XML. Reading takes what real senders sent; writing is always valid by the schema.</summary>
/// <remarks>
/// A document with a DTD, nested more than 64 deep, with more than 64 attributes on an element or half a million elements,
/// or longer than the limit is refused. The namespace of the 2006 beta is accepted on reading.
/// </remarks>
public static partial class CheckoutXml
{
    /// <summary>How long a document may be, in bytes, where nothing else is said: 10 MB.</summary>
    public const int DefaultMaxBytes = XmlLimits.DefaultMaxBytes;

    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    /// <summary>Reads a message; its encoding is what the XML says it is.</summary>
    /// <param name="xml">A document of at most <see cref="DefaultMaxBytes"/>, read to its end.</param>
    /// <returns>The message; an <see cref="UnknownMessage"/> or <see cref="UnknownNotification"/> where the protocol has no such root.</returns>
    /// <exception cref="CheckoutXmlException">The document cannot be read.</exception>
    public static CheckoutMessage Parse(Stream xml) => Parse(xml, DefaultMaxBytes);

    /// <summary>Reads a message of limited length.</summary>
    /// <param name="xml">A document, read to its end.</param>
    /// <param name="maxBytes">The longest document to accept.</param>
    /// <returns>The message; an <see cref="UnknownMessage"/> or <see cref="UnknownNotification"/> where the protocol has no such root.</returns>
    /// <exception cref="CheckoutXmlException">The document cannot be read or is too long.</exception>
    public static CheckoutMessage Parse(Stream xml, int maxBytes)
    {
        ThrowIfNull(xml, nameof(xml));
        using var document = new MemoryStream();
        try
        {
            new LimitedStream(xml, maxBytes).CopyTo(document);
        }
        catch (XmlLimitException e)
        {
            throw XmlErrors.Unreadable(e.Message, null, 0, 0);
        }

        return DocumentParser.Parse(document.ToArray());
    }

    /// <summary>Reads a message; its encoding is what the XML says it is.</summary>
    /// <param name="xml">A document of at most <see cref="DefaultMaxBytes"/>; it is copied.</param>
    /// <returns>The message; an <see cref="UnknownMessage"/> or <see cref="UnknownNotification"/> where the protocol has no such root.</returns>
    /// <exception cref="CheckoutXmlException">The document cannot be read.</exception>
    public static CheckoutMessage Parse(ReadOnlyMemory<byte> xml) => Parse(xml, DefaultMaxBytes);

    internal static CheckoutMessage Parse(ReadOnlyMemory<byte> xml, int maxBytes) => xml.Length <= maxBytes
        ? DocumentParser.Parse(xml.ToArray())
        : throw XmlErrors.Unreadable(LimitedStream.TooLong(maxBytes).Message, null, 0, 0);

    /// <summary>Reads a message that keeps the array as its original XML.</summary>
    internal static CheckoutMessage ParseOwned(byte[] xml, int maxBytes) => xml.Length <= maxBytes
        ? DocumentParser.Parse(xml)
        : throw XmlErrors.Unreadable(LimitedStream.TooLong(maxBytes).Message, null, 0, 0);

    /// <summary>Reads a message out of text.</summary>
    /// <param name="xml">A document of at most <see cref="DefaultMaxBytes"/> in its own encoding, UTF-8 where it names none.</param>
    /// <returns>The message; an <see cref="UnknownMessage"/> or <see cref="UnknownNotification"/> where the protocol has no such root.</returns>
    /// <exception cref="CheckoutXmlException">The document cannot be read.</exception>
    public static CheckoutMessage Parse(string xml)
    {
        ThrowIfNull(xml, nameof(xml));
        return Parse(DocumentText.Encode(xml));
    }

    /// <summary>Reads a message out of an element.</summary>
    /// <param name="xml">The root element of the message. <see cref="CheckoutMessage.OriginalXml"/> is this element written as UTF-8.</param>
    /// <returns>The message; an <see cref="UnknownMessage"/> or <see cref="UnknownNotification"/> where the protocol has no such root.</returns>
    /// <exception cref="CheckoutXmlException">The document cannot be read.</exception>
    public static CheckoutMessage Parse(XElement xml)
    {
        ThrowIfNull(xml, nameof(xml));
        using var document = new MemoryStream();
        using (var writer = XmlWriter.Create(document, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize }))
        {
            xml.WriteTo(writer);
        }

        return DocumentParser.Parse(document.ToArray());
    }

    /// <summary>Reads a message that must be of one type.</summary>
    /// <typeparam name="T">The type, or a base such as <see cref="Notification"/>.</typeparam>
    /// <param name="xml">A document of at most <see cref="DefaultMaxBytes"/>, read to its end.</param>
    /// <exception cref="CheckoutXmlException">The document cannot be read, or is another message.</exception>
    public static T Parse<T>(Stream xml)
        where T : CheckoutMessage => Expect<T>(Parse(xml));

    /// <summary>Reads a message that must be of one type.</summary>
    /// <typeparam name="T">The type, or a base such as <see cref="Notification"/>.</typeparam>
    /// <param name="xml">A document of at most <see cref="DefaultMaxBytes"/>; it is copied.</param>
    /// <exception cref="CheckoutXmlException">The document cannot be read, or is another message.</exception>
    public static T Parse<T>(ReadOnlyMemory<byte> xml)
        where T : CheckoutMessage => Expect<T>(Parse(xml));

    /// <summary>Reads a message that must be of one type.</summary>
    /// <typeparam name="T">The type, or a base such as <see cref="Notification"/>.</typeparam>
    /// <param name="xml">A document of at most <see cref="DefaultMaxBytes"/>.</param>
    /// <exception cref="CheckoutXmlException">The document cannot be read, or is another message.</exception>
    public static T Parse<T>(string xml)
        where T : CheckoutMessage => Expect<T>(Parse(xml));

    /// <summary>Reads a message that must be of one type.</summary>
    /// <typeparam name="T">The type, or a base such as <see cref="Notification"/>.</typeparam>
    /// <param name="xml">The root element of the message.</param>
    /// <exception cref="CheckoutXmlException">The document cannot be read, or is another message.</exception>
    public static T Parse<T>(XElement xml)
        where T : CheckoutMessage => Expect<T>(Parse(xml));

    /// <summary>Writes a message as a document in UTF-8 without a byte order mark; nothing is written where it is refused.</summary>
    /// <param name="message">The message.</param>
    /// <param name="output">Stays open.</param>
    /// <exception cref="ArgumentException">The message lacks what the schema requires; the property is named.</exception>
    public static void Write(CheckoutMessage message, Stream output)
    {
        ThrowIfNull(message, nameof(message));
        ThrowIfNull(output, nameof(output));
        var document = ToBytes(message);
        output.Write(document, 0, document.Length);
    }

    /// <summary>The message as a document, with an XML declaration that says UTF-8.</summary>
    /// <param name="message">The message.</param>
    /// <exception cref="ArgumentException">The message lacks what the schema requires; the property is named.</exception>
    public static string ToXmlString(this CheckoutMessage message)
    {
        ThrowIfNull(message, nameof(message));
        using var document = ToDocument(message);
        return document.ToString();
    }

    /// <summary>The message as an element.</summary>
    /// <param name="message">The message.</param>
    /// <exception cref="ArgumentException">The message lacks what the schema requires; the property is named.</exception>
    public static XElement ToXElement(this CheckoutMessage message) =>
        XElement.Parse(message.ToXmlString(), LoadOptions.PreserveWhitespace);

    /// <summary>
    /// Reads notifications one at a time out of a document that holds them, such as a notification history of any size;
    /// memory does not grow with it.
    /// </summary>
    /// <param name="xml">
    /// A history or polling response, a notification by itself, or any other document with notifications in it. No one
    /// notification may be longer than <see cref="DefaultMaxBytes"/>.
    /// </param>
    /// <returns>The notifications in their order; those of unknown kinds as <see cref="UnknownNotification"/>.</returns>
    /// <exception cref="CheckoutXmlException">While enumerating: the document cannot be read from there on.</exception>
    public static IEnumerable<Notification> ReadNotifications(Stream xml) => ReadNotifications(xml, DefaultMaxBytes);

    /// <summary>Reads notifications one at a time, each of limited length.</summary>
    /// <param name="xml">A history or polling response, a notification by itself, or any other document with notifications in it.</param>
    /// <param name="maxNotificationBytes">The longest notification to accept, as a document of its own: the length of its <see cref="CheckoutMessage.OriginalXml"/>.</param>
    /// <returns>The notifications in their order; those of unknown kinds as <see cref="UnknownNotification"/>.</returns>
    /// <exception cref="CheckoutXmlException">While enumerating: the document cannot be read from there on.</exception>
    public static IEnumerable<Notification> ReadNotifications(Stream xml, int maxNotificationBytes)
    {
        ThrowIfNull(xml, nameof(xml));
        return ReadEach(xml, maxNotificationBytes);
    }

    private static IEnumerable<Notification> ReadEach(Stream xml, int maxNotificationBytes)
    {
        using var notifications = new NotificationStream(xml, maxNotificationBytes);
        while (notifications.ReadNext() is { } notification)
        {
            yield return notification;
        }
    }

    /// <summary>The message as the bytes that <see cref="Write"/> writes.</summary>
    internal static byte[] ToBytes(CheckoutMessage message)
    {
        using var document = ToDocument(message);
        return document.ToUtf8();
    }

    private static T Expect<T>(CheckoutMessage message)
        where T : CheckoutMessage =>
        message as T ?? throw MessageCodecs.NotExpected(message, typeof(T));

    private static XmlOutput ToDocument(CheckoutMessage message)
    {
        var document = new XmlOutput();
        try
        {
            document.Markup(Declaration);
            MessageCodecs.Write(new WireWriter(document), message);
            return document;
        }
        catch
        {
            document.Dispose();
            throw;
        }
    }

    private static void ThrowIfNull(object? argument, string parameter)
    {
        if (argument is null)
        {
            throw new ArgumentNullException(parameter);
        }
    }
}

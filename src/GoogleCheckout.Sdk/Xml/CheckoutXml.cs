using System.Text;
using System.Xml;
using System.Xml.Linq;
using GoogleCheckout.Notifications;
using GoogleCheckout.Xml;

namespace GoogleCheckout;

/// <summary>Reads messages from XML and writes messages to XML.</summary>
/// <remarks>
/// Reading accepts the deviations from the schema that real senders had, and the namespace of the 2006 beta. The encoding is that of a
/// byte order mark or the XML declaration: UTF-8, UTF-16, ISO-8859-1, windows-1252 or another code page of .NET. Documents that are
/// written are valid by the schema, with one exception: if the element of a list was missing in a cart, it is still missing when the cart
/// is written again. A document is rejected if it has a document type declaration (DTD), more than 64 levels of nesting, more than 64
/// attributes on an element, more than 500,000 elements, more than 100,000 names or 2,000,000 characters of names and namespaces that the
/// protocol does not have, or more bytes than the limit. Private data, <c>input-xml</c> and the notifications of a list are kept with the
/// namespaces that they use; a document is rejected if they are much longer with these, or have more than 64 attributes on an element. A cart is also
/// rejected if an element is repeated that must be there once.
/// </remarks>
public static partial class CheckoutXml
{
    /// <summary>The default maximum length of a document, in bytes: 10 MB.</summary>
    public const int DefaultMaxBytes = XmlLimits.DefaultMaxBytes;

    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    /// <summary>Reads a message. The encoding is the one that the XML declares.</summary>
    /// <param name="xml">A document of at most <see cref="DefaultMaxBytes"/>, which is read to its end.</param>
    /// <returns>The message; an <see cref="UnknownMessage"/> or <see cref="UnknownNotification"/> if the protocol does not have the root element.</returns>
    /// <exception cref="CheckoutXmlException">The document cannot be read.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="xml"/> is null.</exception>
    public static CheckoutMessage Parse(Stream xml) => Parse(xml, DefaultMaxBytes);

    /// <summary>Reads a message of limited length.</summary>
    /// <param name="xml">A document, which is read to its end.</param>
    /// <param name="maxBytes">The maximum length of the document, in bytes.</param>
    /// <returns>The message; an <see cref="UnknownMessage"/> or <see cref="UnknownNotification"/> if the protocol does not have the root element.</returns>
    /// <exception cref="CheckoutXmlException">The document cannot be read or is too long.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="xml"/> is null.</exception>
    public static CheckoutMessage Parse(Stream xml, int maxBytes) => DocumentParser.Parse(ReadToEnd(xml, maxBytes));

    /// <summary>Reads a message. The encoding is the one that the XML declares.</summary>
    /// <param name="xml">A document of at most <see cref="DefaultMaxBytes"/>. It is copied.</param>
    /// <returns>The message; an <see cref="UnknownMessage"/> or <see cref="UnknownNotification"/> if the protocol does not have the root element.</returns>
    /// <exception cref="CheckoutXmlException">The document cannot be read.</exception>
    public static CheckoutMessage Parse(ReadOnlyMemory<byte> xml) => Parse(xml, DefaultMaxBytes);

    internal static CheckoutMessage Parse(ReadOnlyMemory<byte> xml, int maxBytes) => xml.Length <= maxBytes
        ? DocumentParser.Parse(xml.ToArray())
        : throw XmlErrors.Unreadable(XmlLimitException.TooLong(maxBytes).Message, null, 0, 0);

    /// <summary>Reads a message from an array that the caller does not use afterwards. The message keeps the array as its original XML.</summary>
    internal static CheckoutMessage ParseOwned(byte[] xml, int maxBytes) => xml.Length <= maxBytes
        ? DocumentParser.Parse(xml)
        : throw XmlErrors.Unreadable(XmlLimitException.TooLong(maxBytes).Message, null, 0, 0);

    /// <summary>Reads a message from a string.</summary>
    /// <param name="xml">A document of at most <see cref="DefaultMaxBytes"/> with any declared encoding: the string is decoded, so the declaration need not be true.</param>
    /// <returns>The message; an <see cref="UnknownMessage"/> or <see cref="UnknownNotification"/> if the protocol does not have the root element.</returns>
    /// <exception cref="CheckoutXmlException">The document cannot be read.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="xml"/> is null.</exception>
    public static CheckoutMessage Parse(string xml)
    {
        ThrowIfNull(xml, nameof(xml));
        return Parse(DocumentText.Encode(xml));
    }

    /// <summary>Reads a message from an element.</summary>
    /// <param name="xml">
    /// The root element of the message, at most <see cref="DefaultMaxBytes"/> as UTF-8. <see cref="CheckoutMessage.OriginalXml"/> is this element
    /// written as UTF-8.
    /// </param>
    /// <returns>The message; an <see cref="UnknownMessage"/> or <see cref="UnknownNotification"/> if the protocol does not have the root element.</returns>
    /// <exception cref="CheckoutXmlException">The document cannot be read.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="xml"/> is null.</exception>
    public static CheckoutMessage Parse(XElement xml) => DocumentParser.Parse(ToUtf8(xml));

    /// <summary>Reads a message of a given type.</summary>
    /// <typeparam name="T">The type of the message, or a base type such as <see cref="Notification"/>.</typeparam>
    /// <param name="xml">A document of at most <see cref="DefaultMaxBytes"/>, which is read to its end.</param>
    /// <returns>The message.</returns>
    /// <exception cref="CheckoutXmlException">The document cannot be read, or is another message.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="xml"/> is null.</exception>
    public static T Parse<T>(Stream xml)
        where T : CheckoutMessage => Expect<T>(Parse(xml));

    /// <summary>Reads a message of a given type.</summary>
    /// <typeparam name="T">The type of the message, or a base type such as <see cref="Notification"/>.</typeparam>
    /// <param name="xml">A document of at most <see cref="DefaultMaxBytes"/>. It is copied.</param>
    /// <returns>The message.</returns>
    /// <exception cref="CheckoutXmlException">The document cannot be read, or is another message.</exception>
    public static T Parse<T>(ReadOnlyMemory<byte> xml)
        where T : CheckoutMessage => Expect<T>(Parse(xml));

    /// <summary>Reads a message of a given type.</summary>
    /// <typeparam name="T">The type of the message, or a base type such as <see cref="Notification"/>.</typeparam>
    /// <param name="xml">A document of at most <see cref="DefaultMaxBytes"/>.</param>
    /// <returns>The message.</returns>
    /// <exception cref="CheckoutXmlException">The document cannot be read, or is another message.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="xml"/> is null.</exception>
    public static T Parse<T>(string xml)
        where T : CheckoutMessage => Expect<T>(Parse(xml));

    /// <summary>Reads a message of a given type.</summary>
    /// <typeparam name="T">The type of the message, or a base type such as <see cref="Notification"/>.</typeparam>
    /// <param name="xml">The root element of the message.</param>
    /// <returns>The message.</returns>
    /// <exception cref="CheckoutXmlException">The document cannot be read, or is another message.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="xml"/> is null.</exception>
    public static T Parse<T>(XElement xml)
        where T : CheckoutMessage => Expect<T>(Parse(xml));

    /// <summary>
    /// Writes a message as a document in UTF-8 without a byte order mark. If the message is not valid, nothing is written. The document is
    /// created in memory and its length is not limited: limit texts from outside before you put them into a message.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="output">The stream to write to. It stays open.</param>
    /// <exception cref="ArgumentException">The message is not valid by the schema, or has a type that cannot be written. The message of the exception names the property.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="message"/> or <paramref name="output"/> is null.</exception>
    public static void Write(CheckoutMessage message, Stream output)
    {
        ThrowIfNull(message, nameof(message));
        ThrowIfNull(output, nameof(output));
        using var document = ToDocument(message);
        document.WriteUtf8(output);
    }

    /// <summary>Returns the message as a document whose XML declaration has the encoding UTF-8.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentException">The message is not valid by the schema, or has a type that cannot be written. The message of the exception names the property.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="message"/> is null.</exception>
    public static string ToXmlString(this CheckoutMessage message)
    {
        ThrowIfNull(message, nameof(message));
        using var document = ToDocument(message);
        return document.ToString();
    }

    /// <summary>Returns the message as an element.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The root element of the message.</returns>
    /// <exception cref="ArgumentException">The message is not valid by the schema, or has a type that cannot be written. The message of the exception names the property.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="message"/> is null.</exception>
    public static XElement ToXElement(this CheckoutMessage message) =>
        XElement.Parse(message.ToXmlString(), LoadOptions.PreserveWhitespace);

    /// <summary>Returns the original XML of a message as text, decoded as it was when the message was read.</summary>
    /// <param name="message">A message.</param>
    /// <returns>The text, without a byte order mark; empty if the message was not read from XML. It may contain buyer data; keep it out of logs.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="message"/> is null.</exception>
    public static string GetOriginalText(this CheckoutMessage message)
    {
        ThrowIfNull(message, nameof(message));
        return DocumentExcerpt.Whole(message.OriginalXml.ToArray(), DocumentOrigin.None).Text;
    }

    /// <summary>
    /// Reads notifications one at a time from a document that contains them, such as a notification history of any size. The memory
    /// used does not grow with the document.
    /// </summary>
    /// <param name="xml">
    /// A history or polling response, a single notification, any other document with notifications in it, or several documents one after
    /// the other. No notification may be longer than <see cref="DefaultMaxBytes"/>.
    /// </param>
    /// <returns>
    /// The notifications in document order; empty if the document contains none. Notifications of unknown kinds are
    /// <see cref="UnknownNotification"/>.
    /// </returns>
    /// <exception cref="CheckoutXmlException">Thrown while enumerating: the rest of the document cannot be read.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="xml"/> is null.</exception>
    public static IEnumerable<Notification> ReadNotifications(Stream xml) => ReadNotifications(xml, DefaultMaxBytes);

    /// <summary>Reads notifications one at a time, each of limited length.</summary>
    /// <param name="xml">A history or polling response, a single notification, any other document with notifications in it, or several documents one after the other.</param>
    /// <param name="maxNotificationBytes">The maximum length of a notification, in bytes: of its <see cref="CheckoutMessage.OriginalXml"/>.</param>
    /// <returns>
    /// The notifications in document order; empty if the document contains none. Notifications of unknown kinds are
    /// <see cref="UnknownNotification"/>.
    /// </returns>
    /// <exception cref="CheckoutXmlException">Thrown while enumerating: the rest of the document cannot be read.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="xml"/> is null.</exception>
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

    /// <summary>Returns the bytes that <see cref="Write"/> writes.</summary>
    internal static byte[] ToBytes(CheckoutMessage message)
    {
        using var document = ToDocument(message);
        return document.ToUtf8();
    }

    private static byte[] ReadToEnd(Stream xml, int maxBytes)
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

        return document.ToArray();
    }

    private static byte[] ToUtf8(XElement xml)
    {
        ThrowIfNull(xml, nameof(xml));
        using var document = new LimitedOutput(DefaultMaxBytes);
        try
        {
            using (var writer = XmlWriter.Create(document, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize }))
            {
                xml.WriteTo(writer);
            }
        }
        catch (XmlLimitException e)
        {
            throw XmlErrors.Unreadable(e.Message, null, 0, 0);
        }
        catch (Exception e) when (e is XmlException or ArgumentException or InvalidOperationException)
        {
            // The exceptions of the writer quote the text.
            throw XmlErrors.Unreadable("the element contains a character that is not allowed in XML, or a name or prefix that conflicts with another", null, 0, 0);
        }

        return document.ToArray();
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

using System.Runtime.CompilerServices;
using GoogleCheckout.Notifications;
using GoogleCheckout.Xml;

namespace GoogleCheckout;

// The methods that read or write a stream without blocking on it.
public static partial class CheckoutXml
{
    /// <summary>Reads a message asynchronously. The encoding is the one that the XML declares. The stream is never read synchronously.</summary>
    /// <param name="xml">A document of at most <see cref="DefaultMaxBytes"/>, which is read to its end.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The message; an <see cref="UnknownMessage"/> or <see cref="UnknownNotification"/> if the protocol does not have the root element.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="xml"/> is null. It is thrown at the call; all other exceptions, by the returned task.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <exception cref="CheckoutXmlException">The document cannot be read.</exception>
    public static Task<CheckoutMessage> ParseAsync(Stream xml, CancellationToken cancellationToken = default) =>
        ParseAsync(xml, DefaultMaxBytes, cancellationToken);

    /// <summary>Reads a message of limited length asynchronously. The stream is never read synchronously.</summary>
    /// <param name="xml">A document, which is read to its end.</param>
    /// <param name="maxBytes">The maximum length of the document, in bytes.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The message; an <see cref="UnknownMessage"/> or <see cref="UnknownNotification"/> if the protocol does not have the root element.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="xml"/> is null. It is thrown at the call; all other exceptions, by the returned task.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <exception cref="CheckoutXmlException">The document cannot be read or is too long.</exception>
    public static Task<CheckoutMessage> ParseAsync(Stream xml, int maxBytes, CancellationToken cancellationToken = default)
    {
        ThrowIfNull(xml, nameof(xml));
        return ReadMessageAsync(xml, maxBytes, cancellationToken);
    }

    /// <summary>Reads a message of a given type asynchronously. The stream is never read synchronously.</summary>
    /// <typeparam name="T">The type of the message, or a base type such as <see cref="Notification"/>.</typeparam>
    /// <param name="xml">A document of at most <see cref="DefaultMaxBytes"/>, which is read to its end.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The message.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="xml"/> is null. It is thrown at the call; all other exceptions, by the returned task.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <exception cref="CheckoutXmlException">The document cannot be read, or is another message.</exception>
    public static Task<T> ParseAsync<T>(Stream xml, CancellationToken cancellationToken = default)
        where T : CheckoutMessage
    {
        ThrowIfNull(xml, nameof(xml));
        return ReadMessageAsync<T>(xml, cancellationToken);
    }

    /// <summary>
    /// Writes a message asynchronously as a document in UTF-8 without a byte order mark. If the message is not valid, nothing is
    /// written. The stream is never written to synchronously.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="output">The stream to write to. It stays open.</param>
    /// <param name="cancellationToken">Cancels writing. Part of the document may have been written.</param>
    /// <returns>A task that completes when the document is written.</returns>
    /// <exception cref="ArgumentException">
    /// The message is not valid by the schema, or has a type that cannot be written. The message of the exception names the property. It
    /// is thrown at the call, before anything is written.
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="message"/> or <paramref name="output"/> is null. It is thrown at the call.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. Part of the document may have been written.</exception>
    public static Task WriteAsync(CheckoutMessage message, Stream output, CancellationToken cancellationToken = default)
    {
        ThrowIfNull(message, nameof(message));
        ThrowIfNull(output, nameof(output));
        return WriteDocumentAsync(ToBytes(message), output, cancellationToken);
    }

    /// <summary>
    /// Reads notifications one at a time and asynchronously from a document that contains them, such as a notification history of
    /// any size. The memory used does not grow with the document, and the stream is never read synchronously.
    /// </summary>
    /// <param name="xml">
    /// A history or polling response, a single notification, any other document with notifications in it, or several documents one after
    /// the other. No notification may be longer than <see cref="DefaultMaxBytes"/>.
    /// </param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>
    /// The notifications in document order; empty if the document contains none. Notifications of unknown kinds are
    /// <see cref="UnknownNotification"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="xml"/> is null. It is thrown at the call.</exception>
    /// <exception cref="OperationCanceledException">Thrown while enumerating: the token was canceled.</exception>
    /// <exception cref="CheckoutXmlException">Thrown while enumerating: the rest of the document cannot be read.</exception>
    public static IAsyncEnumerable<Notification> ReadNotificationsAsync(Stream xml, CancellationToken cancellationToken = default) =>
        ReadNotificationsAsync(xml, DefaultMaxBytes, cancellationToken);

    /// <summary>Reads notifications one at a time and asynchronously, each of limited length.</summary>
    /// <param name="xml">A history or polling response, a single notification, any other document with notifications in it, or several documents one after the other.</param>
    /// <param name="maxNotificationBytes">The maximum length of a notification, in bytes: of its <see cref="CheckoutMessage.OriginalXml"/>.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>
    /// The notifications in document order; empty if the document contains none. Notifications of unknown kinds are
    /// <see cref="UnknownNotification"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="xml"/> is null. It is thrown at the call.</exception>
    /// <exception cref="OperationCanceledException">Thrown while enumerating: the token was canceled.</exception>
    /// <exception cref="CheckoutXmlException">Thrown while enumerating: the rest of the document cannot be read.</exception>
    public static IAsyncEnumerable<Notification> ReadNotificationsAsync(Stream xml, int maxNotificationBytes, CancellationToken cancellationToken = default)
    {
        ThrowIfNull(xml, nameof(xml));
        return ReadEachAsync(xml, maxNotificationBytes, cancellationToken);
    }

    private static async Task<CheckoutMessage> ReadMessageAsync(Stream xml, int maxBytes, CancellationToken cancellationToken) =>
        DocumentParser.Parse(await ReadToEndAsync(xml, maxBytes, cancellationToken).ConfigureAwait(false));

    private static async Task<byte[]> ReadToEndAsync(Stream xml, int maxBytes, CancellationToken cancellationToken) =>
        await StreamBytes.ReadToEndAsync(xml, maxBytes, cancellationToken).ConfigureAwait(false)
            ?? throw XmlErrors.Unreadable(XmlLimitException.TooLong(maxBytes).Message, null, 0, 0);

    private static async Task<T> ReadMessageAsync<T>(Stream xml, CancellationToken cancellationToken)
        where T : CheckoutMessage =>
        Expect<T>(await ReadMessageAsync(xml, DefaultMaxBytes, cancellationToken).ConfigureAwait(false));

    private static async Task WriteDocumentAsync(byte[] document, Stream output, CancellationToken cancellationToken) =>
        await output.WriteAsync(document.AsMemory(), cancellationToken).ConfigureAwait(false);

    private static async IAsyncEnumerable<Notification> ReadEachAsync(Stream xml, int maxNotificationBytes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var notifications = new NotificationStream(xml, maxNotificationBytes, cancellationToken: cancellationToken);
        while (await notifications.ReadNextAsync().ConfigureAwait(false) is { } notification)
        {
            yield return notification;
        }
    }
}

using System.Runtime.CompilerServices;
using GoogleCheckout.Archives;
using GoogleCheckout.Xml;

namespace GoogleCheckout;

/// <content>Archives of notifications, damaged or not.</content>
public static partial class CheckoutXml
{
    private const int ArchiveBufferLength = 64 * 1024;

    /// <summary>
    /// Reads the notifications of an archive that may be damaged: a document, several documents one after the other, or a log with other
    /// lines between them. A notification that cannot be read is an entry with its error, and the next one is read.
    /// </summary>
    /// <param name="archive">
    /// The archive in UTF-8, UTF-16, or the encodings that its documents declare. It is read to its end. No notification may be longer than
    /// <see cref="DefaultMaxBytes"/>.
    /// </param>
    /// <returns>
    /// The entries in the order of the archive; empty if it has no notifications. Notifications of unknown kinds are
    /// <see cref="Notifications.UnknownNotification"/>. About 40 bytes are kept for each of them, to recognize duplicates.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="archive"/> is null.</exception>
    public static IEnumerable<ArchiveEntry> ReadArchive(Stream archive) => ReadArchive(archive, DefaultMaxBytes);

    /// <summary>Reads the notifications of an archive that may be damaged, each of limited length.</summary>
    /// <param name="archive">The archive in UTF-8, UTF-16, or the encodings that its documents declare. It is read to its end.</param>
    /// <param name="maxNotificationBytes">The maximum length of a notification, in bytes. A longer one is an entry with an error.</param>
    /// <returns>
    /// The entries in the order of the archive; empty if it has no notifications. Notifications of unknown kinds are
    /// <see cref="Notifications.UnknownNotification"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="archive"/> is null.</exception>
    public static IEnumerable<ArchiveEntry> ReadArchive(Stream archive, int maxNotificationBytes)
    {
        ThrowIfNull(archive, nameof(archive));
        return ReadEntries(archive, maxNotificationBytes);
    }

    /// <summary>Reads the notifications of an archive that may be damaged, asynchronously. The stream is never read synchronously.</summary>
    /// <param name="archive">
    /// The archive in UTF-8, UTF-16, or the encodings that its documents declare. It is read to its end. No notification may be longer than
    /// <see cref="DefaultMaxBytes"/>.
    /// </param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>
    /// The entries in the order of the archive; empty if it has no notifications. Notifications of unknown kinds are
    /// <see cref="Notifications.UnknownNotification"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="archive"/> is null. It is thrown at the call.</exception>
    /// <exception cref="OperationCanceledException">Thrown while enumerating: the token was canceled.</exception>
    public static IAsyncEnumerable<ArchiveEntry> ReadArchiveAsync(Stream archive, CancellationToken cancellationToken = default) =>
        ReadArchiveAsync(archive, DefaultMaxBytes, cancellationToken);

    /// <summary>Reads the notifications of an archive that may be damaged, asynchronously, each of limited length.</summary>
    /// <param name="archive">The archive in UTF-8, UTF-16, or the encodings that its documents declare. It is read to its end.</param>
    /// <param name="maxNotificationBytes">The maximum length of a notification, in bytes. A longer one is an entry with an error.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>
    /// The entries in the order of the archive; empty if it has no notifications. Notifications of unknown kinds are
    /// <see cref="Notifications.UnknownNotification"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="archive"/> is null. It is thrown at the call.</exception>
    /// <exception cref="OperationCanceledException">Thrown while enumerating: the token was canceled.</exception>
    public static IAsyncEnumerable<ArchiveEntry> ReadArchiveAsync(Stream archive, int maxNotificationBytes, CancellationToken cancellationToken = default)
    {
        ThrowIfNull(archive, nameof(archive));
        return ReadEntriesAsync(archive, maxNotificationBytes, cancellationToken);
    }

    private static IEnumerable<ArchiveEntry> ReadEntries(Stream archive, int maxNotificationBytes)
    {
        var reader = new ArchiveReader(maxNotificationBytes);
        var buffer = new byte[ArchiveBufferLength];
        int count;
        do
        {
            count = archive.Read(buffer, 0, buffer.Length);
            reader.Add(buffer, count);
            while (reader.ReadNext() is { } entry)
            {
                yield return entry;
            }
        }
        while (count > 0);
    }

    private static async IAsyncEnumerable<ArchiveEntry> ReadEntriesAsync(Stream archive, int maxNotificationBytes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = new ArchiveReader(maxNotificationBytes);
        var buffer = new byte[ArchiveBufferLength];
        int count;
        do
        {
            count = await archive.ReadAsync(buffer.AsMemory(), cancellationToken).ConfigureAwait(false);
            reader.Add(buffer, count);
            while (reader.ReadNext() is { } entry)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return entry;
            }
        }
        while (count > 0);
    }
}

using System.Runtime.CompilerServices;
using GoogleCheckout.Archives;
using GoogleCheckout.Xml;

namespace GoogleCheckout;

/// <content>Archives of notifications, damaged or not.</content>
public static partial class CheckoutXml
{
    /// <summary>
    /// Reads the notifications of an archive that may be damaged: a document, several documents one after the other, or a log with other
    /// lines between them, also name/value posts (<c>_type=new-order-notification&amp;serial-number=...</c>). A notification that cannot be
    /// read is an entry with its error, and the next one is read. Other messages and serial-number posts are passed over.
    /// </summary>
    /// <param name="archive">
    /// The archive in UTF-8, UTF-16, or the encodings that its documents declare. It is read to its end. For compressed files and folders,
    /// use <see cref="NotificationArchive"/>.
    /// </param>
    /// <param name="options">The limits and assumptions; null for those of <see cref="ArchiveOptions"/>.</param>
    /// <returns>
    /// The entries in the order of the archive; empty if it has no notifications. Notifications of unknown kinds are
    /// <see cref="Notifications.UnknownNotification"/>. About 40 bytes are kept for each of them, to recognize duplicates.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="archive"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public static IEnumerable<ArchiveEntry> ReadArchive(Stream archive, ArchiveOptions? options = null)
    {
        ThrowIfNull(archive, nameof(archive));
        return ReadEntries(archive, ArchiveReading.Create(options));
    }

    /// <summary>Reads the notifications of an archive that may be damaged, asynchronously. The stream is never read synchronously.</summary>
    /// <param name="archive">
    /// The archive in UTF-8, UTF-16, or the encodings that its documents declare. It is read to its end. For compressed files and folders,
    /// use <see cref="NotificationArchive"/>.
    /// </param>
    /// <param name="options">The limits and assumptions; null for those of <see cref="ArchiveOptions"/>.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>
    /// The entries in the order of the archive; empty if it has no notifications. Notifications of unknown kinds are
    /// <see cref="Notifications.UnknownNotification"/>. About 40 bytes are kept for each of them, to recognize duplicates.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="archive"/> is null. It is thrown at the call.</exception>
    /// <exception cref="ArgumentException">An option is not valid. It is thrown at the call.</exception>
    /// <exception cref="OperationCanceledException">Thrown while enumerating: the token was canceled.</exception>
    public static IAsyncEnumerable<ArchiveEntry> ReadArchiveAsync(Stream archive, ArchiveOptions? options = null, CancellationToken cancellationToken = default)
    {
        ThrowIfNull(archive, nameof(archive));
        return ReadEntriesAsync(archive, ArchiveReading.Create(options), cancellationToken);
    }

    private static IEnumerable<ArchiveEntry> ReadEntries(Stream archive, ArchiveReading reading)
    {
        using var reader = new ArchiveReader(reading);
        var buffer = new byte[ArchiveReading.BufferLength];
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

    private static async IAsyncEnumerable<ArchiveEntry> ReadEntriesAsync(Stream archive, ArchiveReading reading, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new ArchiveReader(reading);
        var buffer = new byte[ArchiveReading.BufferLength];
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

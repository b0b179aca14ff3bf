using System.Security.Cryptography;
using System.Text;
using GoogleCheckout.Archives;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Xml;

/// <summary>The state that the readers of the files of one archive share: the options, and the notifications that were read.</summary>
internal sealed class ArchiveReading
{
    /// <summary>How much of a file is read at once.</summary>
    public const int BufferLength = 64 * 1024;

    private readonly HashSet<(long, long)> _known = [];

    private ArchiveReading(ArchiveOptions options) => Options = options;

    public ArchiveOptions Options { get; }

    /// <summary>Begins to read an archive.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public static ArchiveReading Create(ArchiveOptions? options)
    {
        var valid = options ?? new ArchiveOptions();
        return valid.MaxNotificationBytes <= 0 ? throw NotValid(nameof(valid.MaxNotificationBytes), "must be more than zero", nameof(options))
            : valid.MaxUncompressedBytes <= 0 ? throw NotValid(nameof(valid.MaxUncompressedBytes), "must be more than zero", nameof(options))
            : valid.FallbackEncoding is { } name && !IsFallback(name) ? throw NotValid(nameof(valid.FallbackEncoding), $"is '{QuotedText.Of(name)}', which is no encoding of single bytes, such as windows-1252", nameof(options))
            : new ArchiveReading(valid);
    }

    /// <summary>Adds a notification. Returns false if it was added before.</summary>
    /// <param name="notification">The notification.</param>
    /// <param name="fragment">The piece of the archive from which it was read.</param>
    public bool Add(Notification notification, ArchiveFragment fragment) => _known.Add(GetKey(notification, fragment));

    // 128 bits of a hash: a table of millions of notifications stays small, and two of them are never taken for one.
    private static (long High, long Low) GetKey(Notification notification, ArchiveFragment fragment)
    {
        var hash = SHA256.HashData(notification.SerialNumber is { Length: > 0 } number
            ? Encoding.UTF8.GetBytes(fragment.Name.Split(':').Last() + " " + number)
            : fragment.Xml.ToArray());
        return (BitConverter.ToInt64(hash, 0), BitConverter.ToInt64(hash, 8));
    }

    private static bool IsFallback(string name) => DocumentEncoding.Find(name) is { IsSingleByte: true } encoding && encoding.GetBytes("<")[0] == '<';

    private static ArgumentException NotValid(string option, string error, string parameter) => new($"{nameof(ArchiveOptions)}.{option} {error}.", parameter);
}

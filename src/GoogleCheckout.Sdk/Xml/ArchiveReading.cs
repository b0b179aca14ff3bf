using System.Security.Cryptography;
using System.Text;
using GoogleCheckout.Archives;
using GoogleCheckout.Notifications;
using GoogleCheckout.Xml.Notifications;

namespace GoogleCheckout.Xml;

/// <summary>The state that the readers of the files of one archive share: the options, and the notifications that were read.</summary>
internal sealed class ArchiveReading
{
    /// <summary>How much of a file is read at once.</summary>
    public const int BufferLength = 64 * 1024;

    private const long MaxPacked = (1L << 60) - 1;

    private static readonly string[] Kinds = [.. NotificationCodecs.All.Select(codec => codec.Name.LocalName)];

    private readonly HashSet<(long High, long Low)> _known = [];

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

    // 128 bits, so that a table of millions of notifications stays small: the kind and the serial number themselves if they fit, otherwise a hash.
    private static (long High, long Low) GetKey(Notification notification, ArchiveFragment fragment)
    {
        if (notification.SerialNumber is { Length: > 0 } number)
        {
            var name = fragment.Name.Substring(fragment.Name.IndexOf(':') + 1);
            return TryPack(number, Array.IndexOf(Kinds, name), out var key) ? key : Hash(Encoding.UTF8.GetBytes(name + " " + number));
        }

        return Hash(fragment.Xml.ToArray());
    }

    // Four bits for the kind, and four for each character. A hash has no kind.
    private static bool TryPack(string number, int kind, out (long High, long Low) key)
    {
        var (high, low) = (0L, 0L);
        foreach (var character in number)
        {
            var digit = character is >= '0' and <= '9' ? character - '0' + 1L : character == '-' ? 11 : 0;
            if (digit == 0 || high > MaxPacked >> 4)
            {
                key = default;
                return false;
            }

            (high, low) = ((high << 4) | (low >>> 60), (low << 4) | digit);
        }

        key = (((kind + 1L) << 60) | high, low);
        return kind >= 0;
    }

    private static (long High, long Low) Hash(byte[] bytes)
    {
        var hash = SHA256.HashData(bytes);
        return (BitConverter.ToInt64(hash, 0) & MaxPacked, BitConverter.ToInt64(hash, 8));
    }

    private static bool IsFallback(string name) => DocumentEncoding.Find(name) is { IsSingleByte: true } encoding && encoding.GetBytes("<")[0] == '<';

    private static ArgumentException NotValid(string option, string error, string parameter) => new($"{nameof(ArchiveOptions)}.{option} {error}.", parameter);
}

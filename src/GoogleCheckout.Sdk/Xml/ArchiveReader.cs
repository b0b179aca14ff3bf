using System.Security.Cryptography;
using System.Text;
using GoogleCheckout.Archives;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Xml;

/// <summary>Reads the entries of an archive from bytes that are added to it.</summary>
internal sealed class ArchiveReader(int maxNotificationBytes)
{
    private readonly ArchiveScanner _scanner = new(maxNotificationBytes);
    private readonly HashSet<(long, long)> _known = [];
    private readonly MarkupBudget _budget = new(maxNotificationBytes);
    private Utf16Bytes? _utf16;
    private byte[]? _start = [];

    /// <summary>Adds the next bytes of the archive; none at its end.</summary>
    public void Add(byte[] bytes, int count)
    {
        var isEnd = count == 0;
        _budget.AddBytes(count);
        if (_start is not null)
        {
            (bytes, count) = ([.. _start, .. bytes.Take(count)], _start.Length + count);
            _start = count < DocumentEncoding.MarkLength && !isEnd ? bytes : null;
            if (_start is not null)
            {
                return;
            }

            StartArchive(bytes);
        }

        if (_utf16 is not null)
        {
            bytes = _utf16.ToUtf8(bytes, count, isEnd);
            count = bytes.Length;
        }

        _scanner.Add(bytes, count);
        if (isEnd)
        {
            _scanner.Complete();
        }
    }

    /// <summary>Reads the next entry. Returns null if more bytes are needed, or at the end.</summary>
    public ArchiveEntry? ReadNext()
    {
        while (_scanner.TryFind(out var fragment))
        {
            if (Read(fragment) is { } entry)
            {
                return entry;
            }
        }

        return null;
    }

    private void StartArchive(byte[] start)
    {
        if (DocumentEncoding.FindUtf16(start) is { } encoding)
        {
            _utf16 = new Utf16Bytes(encoding);
            _scanner.IsUtf16 = true;
        }
    }

    private ArchiveEntry? Read(ArchiveFragment fragment)
    {
        try
        {
            ThrowIfNotComplete(fragment);
            return CreateDocument(fragment).Parse() is Notification notification
                ? CreateEntry(fragment) with { Notification = notification, IsDuplicate = !_known.Add(GetKey(notification, fragment)) }
                : null;
        }
        catch (CheckoutXmlException e)
        {
            return CreateEntry(fragment.InnerStart < 0 ? fragment : _scanner.ContinueInside(fragment)) with { Error = e };
        }
    }

    private ArchiveDocument CreateDocument(ArchiveFragment fragment)
    {
        try
        {
            return ArchiveDocument.Create(fragment, _utf16 is null ? _scanner.Encoding : null, _scanner.Namespaces, _budget);
        }
        catch (XmlLimitException e)
        {
            throw XmlErrors.Unreadable(e.Message, "/" + fragment.Name, fragment.Line, fragment.Column);
        }
    }

    private static ArchiveEntry CreateEntry(ArchiveFragment fragment) => new()
    {
        Offset = fragment.Offset,
        Length = fragment.Length,
        LineNumber = fragment.Line,
        LinePosition = fragment.Column,
        RawXml = fragment.Xml.ToArray(),
    };

    private void ThrowIfNotComplete(ArchiveFragment fragment)
    {
        var name = QuotedText.Of(fragment.Name);
        var reason = fragment.End switch
        {
            ArchiveFragmentEnd.EndTag => null,
            ArchiveFragmentEnd.NextStart => $"it has no end tag </{name}>: another document or notification begins before it",
            ArchiveFragmentEnd.EndOfArchive => $"it has no end tag </{name}>: the archive ends before it",
            _ => $"it has no end tag </{name}> within the limit of {maxNotificationBytes} bytes",
        };
        if (reason is not null)
        {
            throw XmlErrors.Unreadable(reason, "/" + name, fragment.Line, fragment.Column);
        }
    }

    // 128 bits of a hash: a table of millions of notifications stays small, and two of them are never taken for one.
    private static (long High, long Low) GetKey(Notification notification, ArchiveFragment fragment)
    {
        var hash = SHA256.HashData(notification.SerialNumber is { Length: > 0 } number
            ? Encoding.UTF8.GetBytes(fragment.Name.Split(':').Last() + " " + number)
            : fragment.Xml.ToArray());
        return (BitConverter.ToInt64(hash, 0), BitConverter.ToInt64(hash, 8));
    }
}

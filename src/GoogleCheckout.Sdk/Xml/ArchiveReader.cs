using System.Text;
using GoogleCheckout.Archives;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Xml;

/// <summary>Reads the entries of a file of an archive from bytes that are added to it.</summary>
internal sealed class ArchiveReader(ArchiveReading reading) : IDisposable
{
    private readonly ArchiveScanner _scanner = new(reading.Options.MaxNotificationBytes);
    private readonly MarkupBudget _budget = new(reading.Options.MaxNotificationBytes);
    private readonly WireDocument _elements = new();
    private Utf16Bytes? _utf16;
    private byte[]? _start = [];

    /// <summary>The place behind the last entry or, between entries, behind what was looked at.</summary>
    public ArchivePosition Position => _scanner.Position;

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

    public void Dispose() => _elements.Dispose();

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
            var xml = fragment.Xml.ToArray();
            return CreateDocument(fragment, xml).Parse(_elements) is Notification notification ? CreateEntry(fragment, xml, notification, isDuplicate: !reading.Add(notification, fragment)) : null;
        }
        catch (CheckoutXmlException e)
        {
            fragment = fragment.InnerStart < 0 ? fragment : _scanner.ContinueInside(fragment);
            return CreateEntry(fragment, fragment.Xml.ToArray(), error: e);
        }
    }

    private ArchiveDocument CreateDocument(ArchiveFragment fragment, byte[] xml)
    {
        try
        {
            return fragment.IsForm
                ? ArchiveDocument.CreateFromForm(fragment, reading.Options.FallbackEncoding is { } fallback ? DocumentEncoding.Find(fallback) : null)
                : ArchiveDocument.Create(fragment, xml, GetEncoding(fragment), _scanner.Namespaces, _budget);
        }
        catch (Exception e) when (e is XmlLimitException or FormatException)
        {
            throw XmlErrors.Unreadable(e.Message, "/" + fragment.Name, fragment.Line, fragment.Column);
        }
    }

    // The encoding to declare; null if it is UTF-8.
    private string? GetEncoding(ArchiveFragment fragment)
    {
        var declared = _utf16 is null ? _scanner.Encoding : null;
        return !IsUtf8(declared) ? declared
            : !fragment.IsAscii && !IsUtf8(fragment.Xml) ? reading.Options.FallbackEncoding ?? declared
            : null;
    }

    private static bool IsUtf8(string? name) => name is null or "UTF-8" or "utf-8" || DocumentEncoding.Find(name) is { CodePage: 65001 };

    private static bool IsUtf8(ReadOnlyMemory<byte> xml)
    {
        try
        {
            DocumentEncoding.Utf8.GetCharCount(xml.ToArray());
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static ArchiveEntry CreateEntry(ArchiveFragment fragment, byte[] xml, Notification? notification = null, bool isDuplicate = false, CheckoutXmlException? error = null) => new()
    {
        Notification = notification,
        IsDuplicate = isDuplicate,
        Error = error,
        Offset = fragment.Offset,
        Length = fragment.Length,
        LineNumber = fragment.Line,
        LinePosition = fragment.Column,
        RawXml = xml,
    };

    private void ThrowIfNotComplete(ArchiveFragment fragment)
    {
        if (fragment.End == ArchiveFragmentEnd.EndTag)
        {
            return;
        }

        var name = QuotedText.Of(fragment.Name);
        var reason = fragment.End switch
        {
            _ when fragment.IsForm => $"its form fields are longer than the limit of {reading.Options.MaxNotificationBytes} bytes",
            ArchiveFragmentEnd.NextStart => $"it has no end tag </{name}>: another document or notification begins before it",
            ArchiveFragmentEnd.EndOfArchive => $"it has no end tag </{name}>: the archive ends before it",
            _ => $"it has no end tag </{name}> within the limit of {reading.Options.MaxNotificationBytes} bytes",
        };
        throw XmlErrors.Unreadable(reason, "/" + name, fragment.Line, fragment.Column);
    }
}

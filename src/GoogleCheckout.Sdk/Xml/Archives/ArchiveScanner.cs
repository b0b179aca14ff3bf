namespace GoogleCheckout.Xml;

/// <summary>
/// Finds the notifications in the bytes of an archive: in one document or several, or between the lines of a log. It looks at tags only,
/// so damage ends a notification and not the search. Each byte is looked at once, or twice if a notification cannot be read.
/// </summary>
/// <param name="maxNotificationBytes">The length after which the search for an end tag stops.</param>
internal sealed class ArchiveScanner(int maxNotificationBytes)
{
    private readonly ArchiveTags _tags = new();
    private readonly ArchiveSections _sections = new();
    private readonly ArchiveForms _forms = new();
    private ArchivePosition _position = ArchivePosition.Start;
    private byte[] _buffer = [];
    private int _start;
    private int _end;
    private int _next;
    private bool _isComplete;
    private bool _hasByteCharacters;
    private string? _open;
    private bool _isPrivate;
    private int _innerStart = -1;
    private int _unreadableUntil;

    /// <summary>The encoding of the XML declaration before the piece; null if there was none.</summary>
    public string? Encoding { get; private set; }

    /// <summary>Whether the bytes were UTF-16 before they were added as UTF-8, so that positions are counted in UTF-16.</summary>
    public bool IsUtf16 { get; set; }

    /// <summary>The declarations of namespace prefixes around the notifications, as attributes.</summary>
    public IReadOnlyDictionary<string, string> Namespaces => _tags.Namespaces;

    /// <summary>The place behind the last piece or, outside of a piece, behind what was looked at.</summary>
    public ArchivePosition Position => _position;

    /// <summary>Adds bytes.</summary>
    public void Add(byte[] bytes, int count)
    {
        if (_end + count > _buffer.Length)
        {
            MakeRoom(count);
        }

        Buffer.BlockCopy(bytes, 0, _buffer, _end, count);
        _end += count;
    }

    /// <summary>Says that no more bytes follow.</summary>
    public void Complete() => _isComplete = true;

    /// <summary>Finds the next piece. Returns false if more bytes are needed, or at the end.</summary>
    public bool TryFind(out ArchiveFragment fragment)
    {
        while (true)
        {
            var from = Math.Max(_start, _next - NameValueDocument.TypeField.Length + 1);
            var tag = _tags.Next(_buffer, ref _next, _end, _isComplete, _open is not null);
            if (_open is null && TryFindForm(from, tag, out fragment))
            {
                return true;
            }

            switch (tag)
            {
                case ArchiveTag.MoreBytesNeeded when _open is not null && _next - _start > maxNotificationBytes:
                    fragment = EndFragment(_next, ArchiveFragmentEnd.Limit);
                    return true;
                case ArchiveTag.MoreBytesNeeded when _open is not null && _isComplete:
                    fragment = EndFragment(_end, ArchiveFragmentEnd.EndOfArchive);
                    return true;
                case ArchiveTag.MoreBytesNeeded:
                    if (_open is null)
                    {
                        Consume(_forms.GetKept(_buffer, _start, _next));
                    }

                    fragment = default;
                    return false;
                case ArchiveTag.Declaration or ArchiveTag.Notification when _open is not null && IsNextStart(tag):
                    _next = _tags.Start;
                    fragment = EndFragment(_tags.Start, ArchiveFragmentEnd.NextStart);
                    return true;
                case ArchiveTag.Declaration:
                    StartDocument();
                    break;
                case ArchiveTag.Notification when _open is null:
                    Consume(_tags.Start);
                    _open = _tags.Name;
                    _sections.Begin(_next);
                    if (_tags.IsEmptyElement || ArchiveTags.TrySkipToEnd(_buffer, ref _next, _end, _open))
                    {
                        fragment = EndFragment(_next, ArchiveFragmentEnd.EndTag);
                        return true;
                    }

                    break;
                case ArchiveTag.PrivateData when _open is not null && !IsUnreadable():
                    _isPrivate = !_tags.IsEmptyElement;
                    break;
                case ArchiveTag.PrivateDataEnd:
                    _isPrivate = false;
                    break;
                case ArchiveTag.NotificationEnd when _tags.Name == _open && !IsInSection():
                    fragment = EndFragment(_next, ArchiveFragmentEnd.EndTag);
                    return true;
            }
        }
    }

    /// <summary>
    /// Continues inside the last piece, at a notification in its private data, a comment or a CDATA section. The piece cannot be read, so
    /// these may not end, and the notification may be one of the archive.
    /// </summary>
    /// <returns>The piece, which ends where it continues.</returns>
    public ArchiveFragment ContinueInside(ArchiveFragment fragment)
    {
        var length = fragment.Xml.Length;
        _unreadableUntil = Math.Max(_unreadableUntil, _start);
        _start -= length;
        _position = new ArchivePosition(fragment.Offset, fragment.Line, fragment.Column);
        Consume(_start + fragment.InnerStart);
        _next = _start;
        return fragment with { Xml = fragment.Xml.Slice(0, fragment.InnerStart), Length = _position.Offset - fragment.Offset, InnerStart = -1 };
    }

    // The bytes before the declaration are counted in the encoding of the document before it.
    private void StartDocument()
    {
        if (_open is null)
        {
            Consume(_tags.Start);
        }

        // Most documents of an archive have the same declaration.
        if (Encoding != _tags.Encoding)
        {
            Encoding = _tags.Encoding;
            _hasByteCharacters = !IsUtf16 && Encoding is not null && DocumentEncoding.Find(Encoding) is { IsSingleByte: true };
        }
    }

    // Between the tags, which are no part of form fields.
    private bool TryFindForm(int from, ArchiveTag tag, out ArchiveFragment fragment)
    {
        var to = tag == ArchiveTag.MoreBytesNeeded ? _next : _tags.Start;
        var isFound = _forms.TryFind(_buffer, _start, from, to, isComplete: tag != ArchiveTag.MoreBytesNeeded || _next < _end || _isComplete);
        if (!isFound && !(_forms.IsOpen && to - _forms.Start > maxNotificationBytes))
        {
            fragment = default;
            return false;
        }

        _forms.Close();
        Consume(_forms.Start);
        (_open, _next) = (_forms.Name, _forms.End);
        fragment = EndFragment(_forms.End, isFound ? ArchiveFragmentEnd.EndTag : ArchiveFragmentEnd.Limit) with { IsForm = true };
        return true;
    }

    private bool IsUnreadable() => _tags.Start < _unreadableUntil;

    private bool IsInSection() => !IsUnreadable() && _sections.Contains(_buffer, _tags.Start);

    // A notification inside private data belongs to the merchant's data, unless the data turns out to have no end.
    private bool IsNextStart(ArchiveTag tag)
    {
        if (tag == ArchiveTag.Notification && (_isPrivate || IsInSection()))
        {
            _innerStart = _innerStart < 0 ? _tags.Start - _start : _innerStart;
            return false;
        }

        return true;
    }

    private ArchiveFragment EndFragment(int end, ArchiveFragmentEnd kind)
    {
        var xml = new ReadOnlyMemory<byte>(_buffer, _start, end - _start);
        var (begin, name, innerStart) = (_position, _open!, _innerStart);
        kind = xml.Length > maxNotificationBytes ? ArchiveFragmentEnd.Limit : kind;
        var isAscii = Consume(end);
        (_open, _isPrivate, _innerStart) = (null, false, -1);
        return new ArchiveFragment(xml, name, kind, innerStart, begin.Offset, _position.Offset - begin.Offset, begin.Line, begin.Column, isAscii);
    }

    // Returns whether all of the bytes are ASCII.
    private bool Consume(int end)
    {
        var bytes = new ReadOnlySpan<byte>(_buffer, _start, end - _start);
        var isAscii = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) < 0;
        _position = !IsUtf16 && (isAscii || _hasByteCharacters)
            ? _position.AfterCharacters(bytes)
            : _position.After(_buffer, _start, end - _start, IsUtf16);
        _start = end;
        return isAscii;
    }

    private void MakeRoom(int count)
    {
        var kept = _end - _start;
        var buffer = kept + count <= _buffer.Length ? _buffer : new byte[Math.Max(2 * kept, kept + count)];
        Buffer.BlockCopy(_buffer, _start, buffer, 0, kept);
        _sections.Move(-_start);
        _forms.Move(-_start);
        (_buffer, _next, _unreadableUntil, _end, _start) = (buffer, _next - _start, Math.Max(_unreadableUntil - _start, 0), kept, 0);
    }
}

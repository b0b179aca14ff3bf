namespace GoogleCheckout.Xml;

/// <summary>Knows which bytes of a notification are in a comment or a CDATA section, where tags are text.</summary>
internal sealed class ArchiveSections
{
    private int _searched;
    private bool _isOpen;
    private bool _isComment;

    /// <summary>Begins a notification. Its start tag ends at <paramref name="position"/>.</summary>
    public void Begin(int position) => (_searched, _isOpen) = (position, false);

    /// <summary>Follows the bytes to another place of the buffer.</summary>
    public void Move(int distance) => _searched = Math.Max(_searched + distance, 0);

    /// <summary>Returns whether a tag is inside a section. The positions of a notification must be asked for in their order.</summary>
    public bool Contains(byte[] buffer, int position)
    {
        while (_searched < position)
        {
            var bytes = new ReadOnlySpan<byte>(buffer, _searched, position - _searched);
            var found = _isOpen ? bytes.IndexOf(_isComment ? "-->"u8 : "]]>"u8) : IndexOfStart(bytes);
            if (found < 0)
            {
                // The last two bytes can be the beginning of an end, but not of a start: a tag begins at the position.
                _searched = _isOpen ? Math.Max(_searched, position - 2) : position;
                return _isOpen;
            }

            _searched += found + 3;
            _isOpen = !_isOpen;
        }

        return _isOpen;
    }

    private int IndexOfStart(ReadOnlySpan<byte> bytes)
    {
        var found = 0;
        while (bytes.Slice(found).IndexOf("<!"u8) is var next and >= 0)
        {
            var start = bytes.Slice(found + next);
            _isComment = start.StartsWith("<!--"u8);
            if (_isComment || start.StartsWith("<![CDATA["u8))
            {
                return found + next;
            }

            found += next + 2;
        }

        return -1;
    }
}

namespace GoogleCheckout.Xml;

// Text between tags, and the references in it.
internal ref partial struct PlainReader
{
    private const int MaxStackLength = 256;

    // Moves to the next tag, over text. A carriage return inside a text would be read as a line feed.
    private bool TryMoveToTag()
    {
        // White space between tags is short, so that a loop is faster than a search.
        var next = _position;
        while (next < _text.Length && _text[next] is '\n' or '\t' or ' ')
        {
            next++;
        }

        if (next + 1 < _text.Length && _text[next] == '<')
        {
            _position = next;
            return true;
        }

        var rest = _text.Slice(_position);
        var length = rest.IndexOfAny('<', '>');
        if (length >= 0 && rest[length] == '>')
        {
            // XML allows it in a text. A copy would escape it.
            _isCanonical = false;
            length = rest.IndexOf('<');
        }

        if (length < 0 || _position + length + 1 == _text.Length)
        {
            return false;
        }

        var text = rest.Slice(0, length);
        _position += length;
        return !_hasSpecials || text.IndexOfAny('&', ']', '\r') < 0 || IsPlainText(text);
    }

    private bool IsPlainText(ReadOnlySpan<char> text)
    {
        var hasReturn = text.IndexOf('\r') >= 0;
        _isCanonical &= !hasReturn;
        return text.IndexOf("]]>".AsSpan()) < 0
            && (!hasReturn || XmlWhiteSpace.Fills(text))
            && (text.IndexOf('&') < 0 || TryUnescape(text) is not null);
    }

    // The references of XML itself; null for others.
    private string? TryUnescape(ReadOnlySpan<char> text)
    {
        Span<char> unescaped = text.Length <= MaxStackLength ? stackalloc char[MaxStackLength] : new char[text.Length];
        return Unescape(text, unescaped) is >= 0 and var length ? unescaped.Slice(0, length).ToString() : null;
    }

    // Returns the length; -1 if there is another reference. The text is never longer than before.
    private int Unescape(ReadOnlySpan<char> text, scoped Span<char> unescaped)
    {
        var length = 0;
        for (var next = text.IndexOf('&'); next >= 0; next = text.IndexOf('&'))
        {
            text.Slice(0, next).CopyTo(unescaped.Slice(length));
            length += next;
            text = text.Slice(next + 1);
            var end = text.IndexOf(';');
            var character = end < 0 ? '\0' : GetCharacter(text.Slice(0, end));
            if (character == '\0')
            {
                return -1;
            }

            _isCanonical &= character is '&' or '<' or '>';
            unescaped[length++] = character;
            text = text.Slice(end + 1);
        }

        text.CopyTo(unescaped.Slice(length));
        return length + text.Length;
    }

    private static char GetCharacter(ReadOnlySpan<char> reference) =>
        reference.SequenceEqual("amp".AsSpan()) ? '&'
        : reference.SequenceEqual("lt".AsSpan()) ? '<'
        : reference.SequenceEqual("gt".AsSpan()) ? '>'
        : reference.SequenceEqual("quot".AsSpan()) ? '"'
        : reference.SequenceEqual("apos".AsSpan()) ? '\''
        : '\0';

    private void SkipWhiteSpace()
    {
        while (_position < _text.Length && XmlWhiteSpace.Contains(_text[_position]))
        {
            _position++;
        }
    }
}

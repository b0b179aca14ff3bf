namespace GoogleCheckout.Xml;

// Attributes, and the markup of private data, whose names only the merchant knows.
internal ref partial struct PlainReader
{
    /// <summary>The declaration of the protocol's namespace, as an attribute with a space before it.</summary>
    public static readonly string NamespaceDeclaration = $" xmlns=\"{ProtocolNamespace.Current.NamespaceName}\"";

    private const string CurrencyBeginning = " currency=\"";

    // Each amount has this attribute and no other, as a rule, so that it is not read character by character.
    private bool TryReadCurrency()
    {
        const int CodeLength = 3;
        var tag = _text.Slice(_position);
        var end = CurrencyBeginning.Length + CodeLength;
        if (tag.Length < end + 2 || !tag.StartsWith(CurrencyBeginning.AsSpan()) || tag[end] != '"' || tag[end + 1] != '>')
        {
            return false;
        }

        foreach (var letter in tag.Slice(CurrencyBeginning.Length, CodeLength))
        {
            if (letter is not (>= 'A' and <= 'Z'))
            {
                return false;
            }
        }

        _document.AddAttribute(Attributes.Currency, new WireText(_position + CurrencyBeginning.Length, CodeLength));
        _position += end + 1;
        return true;
    }

    // Moves from the end of the name, behind which there is more, to the end of the tag, which is "/>" or ">".
    private bool TryReadAttributes(bool isRoot)
    {
        Span<(int Start, int Length)> names = stackalloc (int, int)[MaxAttributes];
        var (count, hasNamespace) = (0, false);
        while (true)
        {
            var spaces = _position;
            SkipWhiteSpace();
            if (_position >= _text.Length)
            {
                return false;
            }

            if (_text[_position] is '>' or '/')
            {
                _isCanonical &= _position == spaces;
                return hasNamespace == isRoot && (_text[_position] == '>' || (_position + 1 < _text.Length && _text[_position + 1] == '>'));
            }

            _isCanonical &= _position == spaces + 1 && _text[spaces] == ' ';
            if (_position == spaces || count == MaxAttributes || !TryReadAttribute(out var name, out var value))
            {
                return false;
            }

            var attribute = _text.Slice(name.Start, name.Length);
            if (attribute.StartsWith("xmlns".AsSpan()))
            {
                if (!isRoot || hasNamespace || attribute.Length != "xmlns".Length || !_text.Slice(value.Start, value.Length).SequenceEqual(ProtocolNamespace.Current.NamespaceName.AsSpan()))
                {
                    return false;
                }

                hasNamespace = true;
            }
            else if (Contains(names.Slice(0, count), attribute))
            {
                return false;
            }
            else if (!TryAddAttribute(attribute, value))
            {
                return false;
            }

            names[count++] = name;
        }
    }

    private bool TryAddAttribute(ReadOnlySpan<char> name, (int Start, int Length) place)
    {
        var value = _text.Slice(place.Start, place.Length);
        var isPlain = value.IndexOf('&') < 0;
        var unescaped = isPlain ? null : TryUnescape(value);
        _isCanonical &= isPlain;
        if (WireNameTable.FindAttribute(name) is { } known)
        {
            _document.AddAttribute(known, unescaped is null ? new WireText(place.Start, place.Length) : new WireText(unescaped));
        }

        return isPlain || unescaped is not null;
    }

    // A value that has to be normalized is for the other reader.
    private bool TryReadAttribute(out (int Start, int Length) name, out (int Start, int Length) value)
    {
        value = default;
        name = (_position, GetNameLength(_text.Slice(_position)));
        var quote = _position + name.Length + 1;
        if (name.Length == 0 || quote + 1 >= _text.Length || _text[quote - 1] != '=' || _text[quote] is not ('"' or '\''))
        {
            return false;
        }

        // Values are short, so that a loop is faster than searches.
        var end = quote + 1;
        while (end < _text.Length && _text[end] != _text[quote])
        {
            if (_text[end] is '<' or '\t' or '\r' or '\n')
            {
                return false;
            }

            _isCanonical &= _text[end] != '>';
            end++;
        }

        _isCanonical &= _text[quote] == '"';
        value = (quote + 1, end - quote - 1);
        _position = end + 1;
        return end < _text.Length;
    }

    private readonly bool Contains(ReadOnlySpan<(int Start, int Length)> names, ReadOnlySpan<char> name)
    {
        foreach (var (start, length) in names)
        {
            if (_text.Slice(start, length).SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    // Private data is kept as text. The text is that of a copy only if it is written as the copy writes.
    private bool TryReadMarkup()
    {
        var outerIsCanonical = _isCanonical;
        _isCanonical = true;
        var start = _position;
        Span<(int Start, int Length)> open = stackalloc (int, int)[MaxDepth];
        for (var depth = 0; TryMoveToTag();)
        {
            if (_text[_position + 1] == '/')
            {
                if (depth == 0)
                {
                    var length = _position - start;
                    var isPlain = _isCanonical && TryReadEnd(new WireText(start, length));
                    _isCanonical = outerIsCanonical;
                    return isPlain;
                }

                var name = open[--depth];
                if (!TryReadEndTag(_text.Slice(name.Start, name.Length)))
                {
                    return false;
                }
            }
            else
            {
                var name = (Start: _position + 1, Length: GetNameLength(_text.Slice(_position + 1)));
                _position = name.Start + name.Length;
                if (name.Length == 0 || depth + _depth >= MaxDepth || _position >= _text.Length || !TryReadMarkupAttributes())
                {
                    return false;
                }

                if (_text[_position] == '/')
                {
                    _position += 2;
                }
                else
                {
                    open[depth++] = name;
                    _position++;
                }
            }
        }

        return false;
    }

    private bool TryReadMarkupAttributes()
    {
        Span<(int Start, int Length)> names = stackalloc (int, int)[MaxAttributes];
        for (var count = 0; _text[_position] == ' '; count++)
        {
            _position++;
            if (count == MaxAttributes || _position >= _text.Length || !TryReadAttribute(out var name, out var value) || _text.Slice(value.Start, value.Length).IndexOf('&') >= 0 || _position >= _text.Length)
            {
                return false;
            }

            var attribute = _text.Slice(name.Start, name.Length);
            if (attribute.StartsWith("xmlns".AsSpan()) || Contains(names.Slice(0, count), attribute))
            {
                return false;
            }

            names[count] = name;
        }

        return _text[_position] == '>' || (_text[_position] == '/' && _position + 1 < _text.Length && _text[_position + 1] == '>');
    }

    // Names without a colon, of ASCII characters. 0 for other names.
    private static int GetNameLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && IsNameCharacter(text[length], isFirst: length == 0))
        {
            length++;
        }

        return length;
    }

    private static bool IsNameCharacter(char character, bool isFirst) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_'
        || (!isFirst && character is (>= '0' and <= '9') or '-' or '.');
}

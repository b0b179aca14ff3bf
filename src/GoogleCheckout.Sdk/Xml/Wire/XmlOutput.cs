using System.Buffers;
using System.Text;
using System.Xml;

namespace GoogleCheckout.Xml;

/// <summary>
/// Writes the tags and the escaped text of a document. Supports only the XML features that messages need, so that it is much faster
/// than an <see cref="XmlWriter"/>.
/// </summary>
internal sealed class XmlOutput : IDisposable
{
    private char[] _text = ArrayPool<char>.Shared.Rent(4096);
    private int _length;
    private bool _isInStartTag;

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_text);
        _text = [];
        _length = 0;
    }

    /// <summary>Returns the document as a string.</summary>
    public override string ToString() => new(_text, 0, _length);

    /// <summary>Returns the document in UTF-8.</summary>
    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_text, 0, _length);

    /// <summary>Writes the document in UTF-8, at once.</summary>
    public void WriteUtf8(Stream output)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(_text, 0, _length));
        try
        {
            output.Write(bytes, 0, Encoding.UTF8.GetBytes(_text, 0, _length, bytes, 0));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    public void StartElement(string name)
    {
        CloseStartTag();
        Append("<");
        Append(name);
        _isInStartTag = true;
    }

    public void EndElement(string name)
    {
        if (_isInStartTag)
        {
            Append("/>");
            _isInStartTag = false;
            return;
        }

        Append("</");
        Append(name);
        Append(">");
    }

    /// <summary>Adds an attribute to the element that was started last.</summary>
    /// <returns>False if the value contains a character that XML does not allow.</returns>
    public bool TryAttribute(string name, string value)
    {
        Append(" ");
        Append(name);
        Append("=\"");
        var isValid = TryAppendEscaped(value, inAttribute: true);
        Append("\"");
        return isValid;
    }

    /// <summary>Adds text to the open element.</summary>
    /// <returns>False if the text contains a character that XML does not allow.</returns>
    public bool TryText(string text)
    {
        if (text.Length == 0)
        {
            return true;
        }

        CloseStartTag();
        return TryAppendEscaped(text, inAttribute: false);
    }

    /// <summary>Adds well-formed markup.</summary>
    public void Markup(string xml)
    {
        CloseStartTag();
        Append(xml);
    }

    private void CloseStartTag()
    {
        if (_isInStartTag)
        {
            Append(">");
            _isInStartTag = false;
        }
    }

    private bool TryAppendEscaped(string value, bool inAttribute)
    {
        var plain = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var character = value[i];
            if (character is >= ' ' and < '\uD800' and not ('&' or '<' or '>' or '"'))
            {
                continue;
            }

            if (XmlEscape.GetReference(character, inAttribute) is { } escape)
            {
                Append(value.AsSpan(plain, i - plain));
                Append(escape);
                plain = i + 1;
            }
            else if (char.IsSurrogate(character))
            {
                if (i + 1 == value.Length || !char.IsSurrogatePair(character, value[++i]))
                {
                    return false;
                }
            }
            else if (!XmlConvert.IsXmlChar(character))
            {
                return false;
            }
        }

        Append(value.AsSpan(plain));
        return true;
    }

    private void Append(string text) => Append(text.AsSpan());

    private void Append(ReadOnlySpan<char> text)
    {
        if (_length + text.Length > _text.Length)
        {
            Grow(_length + text.Length);
        }

        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }

    private void Grow(int minLength)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(minLength, _text.Length * 2));
        Array.Copy(_text, larger, _length);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }
}

using System.Text;

namespace GoogleCheckout.Xml;

/// <summary>Turns UTF-16 into UTF-8, piece by piece.</summary>
internal sealed class Utf16Bytes
{
    private readonly Decoder _decoder;
    private char[] _characters = [];

    // An archive is read although some of its bytes are not text.
    public Utf16Bytes(UnicodeEncoding encoding)
    {
        _decoder = encoding.GetDecoder();
        _decoder.Fallback = DecoderFallback.ReplacementFallback;
    }

    /// <summary>Returns the bytes as UTF-8. Half a character waits for the next bytes, except at the end.</summary>
    public byte[] ToUtf8(byte[] bytes, int count, bool isEnd)
    {
        if (_characters.Length < count + 1)
        {
            _characters = new char[count + 1];
        }

        var length = _decoder.GetChars(bytes, 0, count, _characters, 0, flush: isEnd);
        return Encoding.UTF8.GetBytes(_characters, 0, length);
    }
}

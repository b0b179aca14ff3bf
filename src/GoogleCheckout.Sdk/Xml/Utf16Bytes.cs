using System.Text;

namespace GoogleCheckout.Xml;

/// <summary>Turns UTF-16 into UTF-8, piece by piece.</summary>
internal sealed class Utf16Bytes
{
    private readonly Decoder _decoder;
    private char[] _characters = [];

    private Utf16Bytes(bool bigEndian) => _decoder = new UnicodeEncoding(bigEndian, byteOrderMark: false).GetDecoder();

    /// <summary>Returns the converter for bytes that begin as UTF-16 does: with a byte order mark, or with a "&lt;". Null for others.</summary>
    public static Utf16Bytes? Detect(byte[] bytes, int count) => count < 2 ? null : (bytes[0], bytes[1]) switch
    {
        (0xFF, 0xFE) or ((byte)'<', 0) => new Utf16Bytes(bigEndian: false),
        (0xFE, 0xFF) or (0, (byte)'<') => new Utf16Bytes(bigEndian: true),
        _ => null,
    };

    /// <summary>Returns the bytes as UTF-8. No bytes mean the end.</summary>
    public byte[] ToUtf8(byte[] bytes, int count)
    {
        if (_characters.Length < count + 1)
        {
            _characters = new char[count + 1];
        }

        var length = _decoder.GetChars(bytes, 0, count, _characters, 0, flush: count == 0);
        return Encoding.UTF8.GetBytes(_characters, 0, length);
    }
}

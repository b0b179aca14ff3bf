using System.Text;

namespace GoogleCheckout.Xml;

/// <summary>
/// Finds the encoding of a document. Its bytes decide: a byte order mark or characters of two bytes outweigh the XML declaration, which
/// counts only if the bytes can be in that encoding.
/// </summary>
internal static class DocumentEncoding
{
    /// <summary>The number of bytes at the beginning of a document that are enough to find its encoding.</summary>
    public const int StartLength = 1024;

    /// <summary>The number of bytes at the beginning of a document that are enough to recognize UTF-16.</summary>
    public const int MarkLength = 4;

    private const int AsciiCodePage = 20127;
    private const int Latin1CodePage = 28591;
    private const int Utf8CodePage = 65001;

    /// <summary>UTF-8 that throws on bytes that are not UTF-8.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Utf8WithMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>The byte order mark of UTF-8.</summary>
    public static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Returns the encoding in which to decode a document before it is parsed; null if the XML reader decodes it correctly itself.</summary>
    /// <param name="start">The first bytes of the document, at least <see cref="StartLength"/> of a longer one.</param>
    public static Encoding? GetDecoder(ReadOnlySpan<byte> start)
    {
        if (FindUtf16(start) is { } wide)
        {
            return wide;
        }

        var hasMark = start.StartsWith(Utf8Mark);
        var name = FindDeclaredName(start);
        if (name.IsEmpty || IsUtf8(name))
        {
            return null;
        }

        return hasMark ? Utf8WithMark : GetDecoder(ToText(name));
    }

    /// <summary>Returns the encoding of a document, of UTF-8 too.</summary>
    public static Encoding Get(ReadOnlySpan<byte> start) =>
        GetDecoder(start) ?? (GetDeclaredName(start) is { } name && Find(name) is { CodePage: Latin1CodePage } latin1 ? latin1 : Utf8WithMark);

    /// <summary>Returns the name in the XML declaration of a document; null if it has none.</summary>
    public static string? GetDeclaredName(ReadOnlySpan<byte> start)
    {
        var name = FindDeclaredName(start);
        return name.IsEmpty ? null : ToText(name);
    }

    /// <summary>Returns an encoding that throws on what it cannot encode or decode; null if there is none with the name.</summary>
    public static Encoding? Find(string name)
    {
        if (name.Equals("utf8", StringComparison.OrdinalIgnoreCase))
        {
            return Utf8;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Returns the encoding in which to encode a text that declares an encoding, so that reading it again returns the same text.</summary>
    public static Encoding GetForText(string name) => Find(name) switch
    {
        null or { CodePage: AsciiCodePage or Utf8CodePage } => Utf8,
        var encoding => encoding.GetBytes("<").Contains((byte)'<') ? encoding : Utf8,
    };

    private static Encoding? GetDecoder(string name) => Find(name) switch
    {
        null or { CodePage: Latin1CodePage } => null,
        // A document whose declaration can be read as ASCII is not in an encoding with other bytes for it. Nor is ASCII with other bytes ASCII.
        { CodePage: AsciiCodePage or Utf8CodePage } => Utf8,
        var encoding => encoding.GetBytes("<") is { Length: 1 } bytes && bytes[0] == '<' ? encoding : Utf8,
    };

    /// <summary>Returns UTF-16 if the bytes begin with its byte order mark, or with a tag in characters of two bytes; otherwise, null.</summary>
    /// <param name="start">The first bytes of the document, at least <see cref="MarkLength"/> of a longer one.</param>
    public static UnicodeEncoding? FindUtf16(ReadOnlySpan<byte> start)
    {
        if (start.Length < MarkLength || (start[0] != 0 && start[1] != 0 && start[0] < 0xFE))
        {
            return null;
        }

        return (start[0], start[1], start[2], start[3]) switch
        {
            (0xFF, 0xFE, 0, 0) => null,
            (0xFF, 0xFE, _, _) or ((byte)'<', 0, not 0, 0) => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            (0xFE, 0xFF, _, _) or (0, (byte)'<', 0, not 0) => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => null,
        };
    }

    /// <summary>
    /// Returns why the XML declaration cannot be read; null if it can, or is missing. An XML reader decodes the bytes behind it again, and
    /// mistakes their place if the declaration has not as many bytes as characters, or is longer than what it decoded first.
    /// </summary>
    /// <param name="start">The first bytes of the document, at least <see cref="StartLength"/> of a longer one.</param>
    public static string? FindDeclarationError(ReadOnlySpan<byte> start)
    {
        var declaration = GetDeclaration(start, out var isComplete);
        foreach (var value in declaration)
        {
            if (value >= 0x80)
            {
                return "its XML declaration contains a character that is not ASCII";
            }
        }

        return isComplete || start.Length < StartLength ? null : $"its XML declaration is longer than {StartLength} bytes";
    }

    private static ReadOnlySpan<byte> FindDeclaredName(ReadOnlySpan<byte> start)
    {
        var declaration = GetDeclaration(start, out _);
        var encoding = declaration.IndexOf("encoding"u8);
        if (encoding < 0)
        {
            return default;
        }

        var value = declaration.Slice(encoding);
        var quote = value.IndexOfAny((byte)'"', (byte)'\'');
        if (quote < 0)
        {
            return default;
        }

        var name = value.Slice(quote + 1);
        return name.IndexOf(value[quote]) is >= 0 and var length ? name.Slice(0, length) : default;
    }

    // An instruction such as <?xml-style is not a declaration.
    private static ReadOnlySpan<byte> GetDeclaration(ReadOnlySpan<byte> start, out bool isComplete)
    {
        var document = start.Slice(0, Math.Min(start.Length, StartLength));
        document = document.StartsWith(Utf8Mark) ? document.Slice(Utf8Mark.Length) : document;
        isComplete = true;
        if (document.Length < 6 || !document.StartsWith("<?xml"u8) || document[5] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
        {
            return default;
        }

        var end = document.IndexOf((byte)'>');
        isComplete = end >= 0;
        return isComplete ? document.Slice(0, end) : document;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> name) => name.SequenceEqual("UTF-8"u8) || name.SequenceEqual("utf-8"u8);

    private static string ToText(ReadOnlySpan<byte> ascii) => Encoding.ASCII.GetString(ascii.ToArray());
}

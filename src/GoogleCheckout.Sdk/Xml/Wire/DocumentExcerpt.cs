using System.Text;

namespace GoogleCheckout.Xml;

/// <summary>The part of a document around the place where reading it failed: all of a document in memory, the last bytes read of a stream.</summary>
/// <param name="start">The first bytes of the document.</param>
/// <param name="bytes">The bytes of the part.</param>
/// <param name="part">The place at which the part begins in the stream.</param>
/// <param name="origin">The place at which the document begins in the stream or archive.</param>
internal sealed class DocumentExcerpt(byte[] start, byte[] bytes, DocumentOrigin part, DocumentOrigin origin)
{
    private readonly Encoding _encoding = DocumentEncoding.Get(start);
    private string? _text;

    /// <summary>The place at which the document begins in the stream or archive.</summary>
    public DocumentOrigin Origin => origin;

    /// <summary>Whether the part is the whole document.</summary>
    public bool IsWhole { get; private init; }

    /// <summary>Whether the document ends with the part.</summary>
    public bool IsAtEnd { get; init; } = true;

    /// <summary>Whether reading failed after the end of the root element, or of a previous document.</summary>
    public bool IsAfterRoot { get; init; }

    /// <summary>The text of the first bytes, without a byte order mark.</summary>
    public string Start => Decode(start.Length > DocumentEncoding.StartLength ? start.AsSpan(0, DocumentEncoding.StartLength).ToArray() : start).TrimStart('\uFEFF');

    /// <summary>The first bytes of the document.</summary>
    public ReadOnlySpan<byte> StartBytes => start;

    /// <summary>The text of the part, with replacement characters for invalid bytes.</summary>
    public string Text => _text ??= WithoutMark(Decode(bytes));

    public string EncodingName => _encoding.WebName;

    /// <summary>A document that is in memory.</summary>
    public static DocumentExcerpt Whole(byte[] document, DocumentOrigin origin) => new(document, document, origin, origin) { IsWhole = true };

    /// <summary>Returns the index in <see cref="Text"/> of a place in the document; -1 if the part does not contain it.</summary>
    public int IndexOf((int Line, int Column) place) => IsWhole
        ? TextPlace.IndexOf(Text, place, line: 1, column: 1)
        : TextPlace.IndexOf(Text, origin.ToOuter(place), part.Line, part.Column);

    /// <summary>Returns the number of bytes of the first characters of <see cref="Text"/>, all of which are valid.</summary>
    public int CountBytes(int characters)
    {
        var length = _encoding.GetByteCount(Text.ToCharArray(0, characters));
        return HasMark(Decode(bytes)) ? length + _encoding.GetByteCount("\uFEFF") : length;
    }

    /// <summary>Returns the place in the stream or archive of an index in <see cref="Text"/>.</summary>
    public (int Line, int Column) PlaceOf(int index) => IsWhole ? origin.ToOuter(TextPlace.Of(Text, index)) : TextPlace.Of(Text, index, part.Line, part.Column);

    /// <summary>Finds the first bytes that are not in the encoding of the document.</summary>
    /// <returns>The byte, its offset in the document, its index in <see cref="Text"/>, and whether the document ends within the character; null if all bytes are valid.</returns>
    public InvalidByte? FindInvalidByte()
    {
        try
        {
            _encoding.GetCharCount(bytes);
            return null;
        }
        catch (DecoderFallbackException e)
        {
            // The index is that of the invalid bytes, or, in UTF-16, the one after them.
            var length = e.BytesUnknown?.Length ?? 1;
            var isBefore = e.Index >= length && (e.Index >= bytes.Length || !bytes.AsSpan(e.Index).StartsWith(e.BytesUnknown));
            var found = Math.Max(isBefore ? e.Index - length : e.Index, 0);
            var index = WithoutMark(Decode(bytes.AsSpan(0, found).ToArray())).Length;
            return new InvalidByte(bytes[found], part.ToOuter(found), index, IsAtEnd && found + length == bytes.Length && length < 4);
        }
    }

    private bool HasMark(string text) => (IsWhole || part.Offset == 0) && text.Length > 0 && text[0] == '\uFEFF';

    private string WithoutMark(string text) => HasMark(text) ? text.Substring(1) : text;

    private string Decode(byte[] encoded)
    {
        var lenient = (Encoding)_encoding.Clone();
        lenient.DecoderFallback = new DecoderReplacementFallback("\uFFFD");
        return lenient.GetString(encoded);
    }

    /// <summary>A byte that is not in the encoding of its document.</summary>
    internal sealed record InvalidByte(byte Value, long Offset, int Index, bool IsCutCharacter);
}

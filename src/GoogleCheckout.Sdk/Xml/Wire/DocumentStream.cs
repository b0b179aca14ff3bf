using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace GoogleCheckout.Xml;

/// <summary>
/// The bytes of one or more documents of any length. It keeps the last bytes that it returned, for saying why they cannot be read, and for
/// beginning to read the next document among them.
/// </summary>
[SuppressMessage("Performance", "CA1844", Justification = ".NET Standard 2.0 has no overload with Memory. The overload of .NET calls this one with the same array.")]
internal sealed class DocumentStream(Stream inner) : ForwardStream
{
    // An XML reader stops at most one piece and the beginning of a token before the end of what it has.
    private const int MaxPieceLength = 8 * 1024;
    private const int KeptLength = 2 * MaxPieceLength;

    // More than one character of any encoding, and more than what shows that a document begins.
    private const int ShortLength = 256;
    private const int MaxStartLength = 16;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(2 * KeptLength);
    private int _next;
    private int _end;
    private bool _isInnerAtEnd;
    private byte[] _start = [];
    private int _documentStart;
    private DocumentOrigin _kept = DocumentOrigin.None;

    /// <summary>Creates the stream of the rest of a document.</summary>
    /// <param name="inner">The rest of the document.</param>
    /// <param name="origin">The place at which it begins.</param>
    public DocumentStream(Stream inner, DocumentOrigin origin)
        : this(inner) => (_kept, Origin) = (origin, origin);

    /// <summary>The place in the stream at which the current document begins.</summary>
    public DocumentOrigin Origin { get; private set; } = DocumentOrigin.None;

    /// <summary>Begins to read a document here, and returns its first bytes.</summary>
    public byte[] StartDocument()
    {
        while (IsStartIncomplete && ReadMore(inner.Read(_buffer, _end, _buffer.Length - _end)))
        {
        }

        return GetStart();
    }

    /// <summary>Begins to read a document here without a blocking read, and returns its first bytes.</summary>
    public async Task<byte[]> StartDocumentAsync(CancellationToken cancellationToken)
    {
        while (IsStartIncomplete && ReadMore(await inner.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false)))
        {
        }

        return GetStart();
    }

    /// <summary>Moves back to the next document, if one begins at or before the place where an XML reader stopped.</summary>
    /// <param name="place">The place in the current document, after its root element.</param>
    /// <returns>False if no document begins there.</returns>
    public bool TryMoveToNextDocument((int Line, int Column) place)
    {
        var (excerpt, stopped) = FindPlace(place);
        if (stopped < 0 || PlaceCauses.FindNextDocument(excerpt.Text, stopped) is not { } index)
        {
            return false;
        }

        var (line, column) = excerpt.PlaceOf(index);
        var length = excerpt.CountBytes(index);
        Origin = new DocumentOrigin(Kept.Offset + length, line, column);
        _next = _documentStart += length;
        return true;
    }

    /// <summary>Returns the last bytes of the document that were read.</summary>
    public DocumentExcerpt GetExcerpt(bool isAfterRoot) => GetExcerpt(isAfterRoot, _end - _documentStart);

    private DocumentExcerpt GetExcerpt(bool isAfterRoot, int length) =>
        new(_start, _buffer.AsSpan(_documentStart, length).ToArray(), Kept, Origin) { IsAfterRoot = isAfterRoot, IsAtEnd = _isInnerAtEnd };

    // The place of the first byte of the document that is in the buffer.
    private DocumentOrigin Kept => _documentStart > 0 ? Origin : _kept;

    // Short documents are found in the first bytes, so that a stream of them does not decode the buffer for each.
    private (DocumentExcerpt Excerpt, int Index) FindPlace((int Line, int Column) place)
    {
        for (var length = ShortLength; length < _end - _documentStart; length *= 8)
        {
            var excerpt = GetExcerpt(isAfterRoot: true, length);
            if (excerpt.IndexOf(place) is >= 0 and var index && index + MaxStartLength < excerpt.Text.Length)
            {
                return (excerpt, index);
            }
        }

        var all = GetExcerpt(isAfterRoot: true);
        return (all, all.IndexOf(place));
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_next == _end && !_isInnerAtEnd)
        {
            MakeRoom();
            ReadMore(inner.Read(_buffer, _end, _buffer.Length - _end));
        }

        return Take(buffer, offset, count);
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        if (_next == _end && !_isInnerAtEnd)
        {
            MakeRoom();
            ReadMore(await inner.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false));
        }

        return Take(buffer, offset, count);
    }

    /// <summary>Does not dispose the inner stream.</summary>
    protected override void Dispose(bool disposing)
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }

        base.Dispose(disposing);
    }

    private bool IsStartIncomplete
    {
        get
        {
            MakeRoom();
            return _end - _next < DocumentEncoding.StartLength && !_isInnerAtEnd;
        }
    }

    private byte[] GetStart() => _start = _buffer.AsSpan(_next, Math.Min(_end - _next, DocumentEncoding.StartLength)).ToArray();

    private bool ReadMore(int count)
    {
        _end += count;
        _isInnerAtEnd = count == 0;
        return count > 0;
    }

    private int Take(byte[] buffer, int offset, int count)
    {
        var taken = Math.Min(Math.Min(count, MaxPieceLength), _end - _next);
        Buffer.BlockCopy(_buffer, _next, buffer, offset, taken);
        _next += taken;
        return taken;
    }

    // Drops the oldest bytes if the buffer is full. Does not divide a character of UTF-8.
    private void MakeRoom()
    {
        if (_end < _buffer.Length)
        {
            return;
        }

        var dropped = Math.Max(_next - KeptLength, 0);
        while (dropped > 0 && (_buffer[dropped] & 0xC0) == 0x80)
        {
            dropped--;
        }

        var (line, column, lineStart) = (_kept.Line, _kept.Column, 0);
        for (var lineEnd = IndexOfLineFeed(0, dropped); lineEnd >= 0; lineEnd = IndexOfLineFeed(lineStart, dropped))
        {
            lineStart = lineEnd + 1;
            (line, column) = (line + 1, 1);
        }

        column += Encoding.UTF8.GetCharCount(_buffer, lineStart, dropped - lineStart);
        Buffer.BlockCopy(_buffer, dropped, _buffer, 0, _end - dropped);
        (_next, _end, _documentStart) = (_next - dropped, _end - dropped, Math.Max(_documentStart - dropped, 0));
        _kept = new DocumentOrigin(_kept.Offset + dropped, line, column);
    }

    private int IndexOfLineFeed(int start, int end) => Array.IndexOf(_buffer, (byte)'\n', start, end - start);
}

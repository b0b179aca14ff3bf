using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Archives;

/// <summary>The content of gzip data. Where the data was cut off, it throws; <see cref="GZipStream"/> ends as if the data were complete.</summary>
/// <remarks>
/// Gzip data may have several parts, so a last part is added to the data. If the data is complete, this part is read as a part. If
/// not, its bytes are taken for the rest of the data, and become something else. GZipStream returns all of what it has before it reads
/// more data, so nothing that it returns from then on is content.
/// </remarks>
[SuppressMessage("Performance", "CA1844", Justification = ".NET Standard 2.0 has no overload with Memory. The overload of .NET calls this one with the same array.")]
internal sealed class GzipContent : ForwardStream
{
    private static readonly byte[] LastPart = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B, 0xCD, 0x4B, 1, 0, 0xB1, 0x33, 0xFC, 0, 3, 0, 0, 0];

    private readonly DataAndLastPart _source;
    private readonly GZipStream _gzip;

    /// <param name="data">The data. It stays open.</param>
    public GzipContent(Stream data)
    {
        _source = new DataAndLastPart(data);
        _gzip = new GZipStream(_source, CompressionMode.Decompress);
    }

    private static ReadOnlySpan<byte> LastContent => "end"u8;

    public override int Read(byte[] buffer, int offset, int count) => ToContent(buffer, offset, _gzip.Read(buffer, offset, count));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ToContent(buffer, offset, await _gzip.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).ConfigureAwait(false));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gzip.Dispose();
        }

        base.Dispose(disposing);
    }

    private int ToContent(byte[] buffer, int offset, int count) =>
        !_source.IsLastPart ? count
        : IsLastContent(new ReadOnlySpan<byte>(buffer, offset, count)) ? 0
        : throw new InvalidDataException("its compressed data is cut off.");

    private bool IsLastContent(ReadOnlySpan<byte> start)
    {
        if (!LastContent.StartsWith(start))
        {
            return false;
        }

        var rest = new byte[LastContent.Length + 1];
        int length = 0;
        while (length < rest.Length && _gzip.Read(rest, length, rest.Length - length) is > 0 and var count)
        {
            length += count;
        }

        return LastContent.Slice(start.Length).SequenceEqual(rest.AsSpan(0, length));
    }

    private sealed class DataAndLastPart(Stream data) : ForwardStream
    {
        private readonly MemoryStream _lastPart = new(LastPart, writable: false);

        public bool IsLastPart { get; private set; }

        public override int Read(byte[] buffer, int offset, int count) => ReadLastPartAfter(IsLastPart ? 0 : data.Read(buffer, offset, count), buffer, offset, count);

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadLastPartAfter(IsLastPart ? 0 : await data.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).ConfigureAwait(false), buffer, offset, count);

        private int ReadLastPartAfter(int read, byte[] buffer, int offset, int count)
        {
            IsLastPart |= read == 0;
            return IsLastPart ? _lastPart.Read(buffer, offset, count) : read;
        }
    }
}

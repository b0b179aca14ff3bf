using System.Diagnostics.CodeAnalysis;

namespace GoogleCheckout.Xml;

/// <summary>Reads on only while what has been read since the last <see cref="Restart"/> stays within a limit.</summary>
[SuppressMessage("Performance", "CA1844", Justification = ".NET Standard 2.0 has no overload with Memory; that of .NET calls this one with the same array.")]
internal sealed class LimitedStream(Stream inner, int maxBytes, CancellationToken cancellationToken = default) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static XmlLimitException TooLong(int maxBytes) => new($"it is longer than the {maxBytes} bytes allowed");

    /// <summary>Counts from here.</summary>
    public void Restart() => _read = 0;

    public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, Allowed(count)));

    /// <summary>Stops with the token of the constructor too: an XML reader hands none on.</summary>
    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken token)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Counted(await inner.ReadAsync(buffer.AsMemory(offset, Allowed(count)), token.CanBeCanceled ? token : cancellationToken).ConfigureAwait(false));
    }

    // A reader asks for as much as its buffer holds; it must not be refused for what it only asked for.
    private int Allowed(int count) => count == 0 ? 0 : Math.Max((int)Math.Min(count, maxBytes - _read), 1);

    private int Counted(int read)
    {
        _read += read;
        return _read <= maxBytes ? read : throw TooLong(maxBytes);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

namespace GoogleCheckout.Xml;

/// <summary>Reads on only while what has been read since the last <see cref="Restart"/> stays within a limit.</summary>
internal sealed class LimitedStream(Stream inner, int maxBytes) : Stream
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

    public override int Read(byte[] buffer, int offset, int count)
    {
        // A reader asks for as much as its buffer holds; it must not be refused for what it only asked for.
        var allowed = (int)Math.Min(count, maxBytes - _read);
        var read = inner.Read(buffer, offset, count == 0 ? 0 : Math.Max(allowed, 1));
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

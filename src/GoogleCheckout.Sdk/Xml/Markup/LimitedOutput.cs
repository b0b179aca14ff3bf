using System.Diagnostics.CodeAnalysis;

namespace GoogleCheckout.Xml;

/// <summary>A stream in memory that throws if more bytes than the limit are written to it.</summary>
[SuppressMessage("Performance", "CA1844", Justification = ".NET Standard 2.0 has no overload with a span. The overload of .NET calls this one.")]
internal sealed class LimitedOutput(int maxBytes) : Stream
{
    private readonly MemoryStream _document = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _document.Length;

    public override long Position
    {
        get => _document.Position;
        set => throw new NotSupportedException();
    }

    public byte[] ToArray() => _document.ToArray();

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (Length + count > maxBytes)
        {
            throw XmlLimitException.TooLong(maxBytes);
        }

        _document.Write(buffer, offset, count);
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}

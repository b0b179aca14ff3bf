using System.Text;

namespace GoogleCheckout.Xml;

/// <summary>A long document that is never in memory: a beginning, the same piece many times, an end.</summary>
internal sealed class RepeatingStream(string beginning, string piece, int times, string end) : Stream
{
    private readonly byte[] _piece = Encoding.UTF8.GetBytes(piece);
    private readonly byte[] _end = Encoding.UTF8.GetBytes(end);
    private byte[] _current = Encoding.UTF8.GetBytes(beginning);
    private int _position;
    private int _pieceNumber = -1;

    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => BytesRead;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_position == _current.Length && _pieceNumber <= times)
        {
            _pieceNumber++;
            _current = _pieceNumber < times ? _piece : _pieceNumber == times ? _end : [];
            _position = 0;
        }

        var read = Math.Min(count, _current.Length - _position);
        Array.Copy(_current, _position, buffer, offset, read);
        _position += read;
        BytesRead += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

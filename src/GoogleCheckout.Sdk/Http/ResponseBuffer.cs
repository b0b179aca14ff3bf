using GoogleCheckout.Xml;

namespace GoogleCheckout.Http;

/// <summary>Collects the body of a response. If it has the announced length, its array is the result and is not copied.</summary>
internal sealed class ResponseBuffer
{
    private const int DefaultLength = 4 * 1024;

    // An announced length need not be true.
    private const int MaxAnnouncedLength = 64 * 1024;

    private readonly int _maxBytes;
    private byte[] _bytes;
    private byte[]? _next;

    /// <param name="beginning">The part of the body that was read before.</param>
    /// <param name="announcedLength">The probable length of the body; null if it is not known.</param>
    /// <param name="maxBytes">The maximum length. The buffer has room for a longer body only to detect it.</param>
    public ResponseBuffer(byte[] beginning, long? announcedLength, int maxBytes)
    {
        _maxBytes = maxBytes;
        _bytes = new byte[Math.Max(beginning.Length, announcedLength is > 0 and <= MaxAnnouncedLength ? (int)announcedLength : DefaultLength)];
        beginning.CopyTo(_bytes, 0);
        Length = beginning.Length;
    }

    /// <summary>Gets the number of bytes.</summary>
    public int Length { get; private set; }

    /// <summary>Returns the room for the next bytes. If the array is full, this is one byte elsewhere: most bodies end at the announced length.</summary>
    public Memory<byte> GetFree() => Length < _bytes.Length ? _bytes.AsMemory(Length) : (_next ??= new byte[1]).AsMemory();

    /// <summary>Adds the bytes that were read into the room.</summary>
    public void Advance(int count)
    {
        if (count > 0 && Length == _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(DefaultLength, StreamBytes.GetNextLength(Length, _maxBytes)));
            _bytes[Length] = _next![0];
        }

        Length += count;
    }

    public byte[] ToArray()
    {
        Array.Resize(ref _bytes, Length);
        return _bytes;
    }
}

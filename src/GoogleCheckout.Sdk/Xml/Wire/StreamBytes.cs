namespace GoogleCheckout.Xml;

/// <summary>Reads a stream to its end without a blocking read.</summary>
internal static class StreamBytes
{
    private const int InitialBufferLength = 8 * 1024;

    // An announced length need not be true. A buffer that is not tiny has room for more bytes after it was doubled.
    private const int MinAnnouncedLength = 16;
    private const int MaxAnnouncedLength = 64 * 1024;

    // Array.MaxLength, which .NET Standard does not have.
    private const int MaxArrayLength = 0x7FFFFFC7;

    /// <param name="stream">The stream.</param>
    /// <param name="maxBytes">The maximum length.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <param name="announcedLength">The probable length; null if it is not known.</param>
    /// <returns>The bytes, in a new array; null if there are more than <paramref name="maxBytes"/>.</returns>
    public static async Task<byte[]?> ReadToEndAsync(Stream stream, int maxBytes, CancellationToken cancellationToken, long? announcedLength = null)
    {
        var buffer = new byte[announcedLength is >= MinAnnouncedLength and <= MaxAnnouncedLength ? (int)announcedLength : InitialBufferLength];
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            length += read;
            if (length > maxBytes || length == MaxArrayLength)
            {
                return null;
            }

            if (read == 0)
            {
                Array.Resize(ref buffer, length);
                return buffer;
            }

            if (length == buffer.Length)
            {
                // Most streams end at the announced length, so that the array is the result.
                var next = new byte[1];
                if (await stream.ReadAsync(next.AsMemory(), cancellationToken).ConfigureAwait(false) == 0)
                {
                    return buffer;
                }

                if (length == maxBytes)
                {
                    return null;
                }

                Array.Resize(ref buffer, GetNextLength(length, maxBytes));
                buffer[length++] = next[0];
            }
        }
    }

    /// <summary>Returns twice the length, but no more than what shows that there are more bytes than the maximum.</summary>
    internal static int GetNextLength(int length, int maxBytes) => (int)Math.Min(Math.Min(2L * length, maxBytes + 1L), MaxArrayLength);
}

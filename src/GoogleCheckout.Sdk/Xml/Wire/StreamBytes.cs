namespace GoogleCheckout.Xml;

/// <summary>Reads a stream to its end without a blocking read.</summary>
internal static class StreamBytes
{
    private const int InitialBufferLength = 8 * 1024;

    // Array.MaxLength, which .NET Standard does not have.
    private const int MaxArrayLength = 0x7FFFFFC7;

    /// <returns>The bytes, in a new array; null if there are more than <paramref name="maxBytes"/>.</returns>
    public static async Task<byte[]?> ReadToEndAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        var buffer = new byte[InitialBufferLength];
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
                Array.Resize(ref buffer, GetNextLength(length, maxBytes));
            }
        }
    }

    /// <summary>Returns twice the length, but no more than what shows that there are more bytes than the maximum.</summary>
    internal static int GetNextLength(int length, int maxBytes) => (int)Math.Min(Math.Min(2L * length, maxBytes + 1L), MaxArrayLength);
}

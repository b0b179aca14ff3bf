namespace GoogleCheckout.Archives;

/// <summary>Limits the content of a compressed file.</summary>
/// <param name="maxBytes">The maximum length of the content, in bytes.</param>
internal sealed class UncompressedLimit(long maxBytes)
{
    private long _count;

    public bool IsExceeded => _count > maxBytes;

    /// <summary>Counts bytes of the content.</summary>
    /// <exception cref="InvalidDataException">The content is longer than the limit.</exception>
    public int Add(int count)
    {
        _count += count;
        return IsExceeded
            ? throw new InvalidDataException($"the content of the compressed file is longer than {maxBytes} bytes; set {nameof(ArchiveOptions)}.{nameof(ArchiveOptions.MaxUncompressedBytes)} to a higher limit if you trust it.")
            : count;
    }
}

namespace GoogleCheckout.Archives;

/// <summary>How much of an archive was read.</summary>
public sealed record ArchiveProgress
{
    /// <summary>The file that is read.</summary>
    public required string FilePath { get; init; }

    /// <summary>The number of bytes that were read, of this file and those before it. Compressed files are counted as they are on disk.</summary>
    public required long BytesRead { get; init; }

    /// <summary>The number of bytes of all files on disk.</summary>
    public required long TotalBytes { get; init; }
}

namespace GoogleCheckout.Archives;

/// <summary>The limits and assumptions with which an archive is read.</summary>
public sealed record ArchiveOptions
{
    /// <summary>The maximum length of a notification, in bytes; 10 MB by default. A longer one is an entry with an error.</summary>
    public int MaxNotificationBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>
    /// The maximum length of the content of a compressed file, in bytes: of a gzip file, or of all files in a zip file together. 10 GB by
    /// default. What is longer is not read, and an entry has the error. This stops files that are made to never end.
    /// </summary>
    public long MaxUncompressedBytes { get; init; } = 10L * 1024 * 1024 * 1024;

    /// <summary>
    /// The name of the encoding of notifications that are not UTF-8 although they declare it, or declare none, for example
    /// <c>windows-1252</c>: a program that wrote its log in another encoding left the declarations as they were. Null by default: these
    /// notifications are entries with an error.
    /// </summary>
    public string? FallbackEncoding { get; init; }

    /// <summary>Receives how much of the files was read, about every megabyte and at the end of each file; null for no reports. Only <see cref="NotificationArchive"/> reports.</summary>
    public IProgress<ArchiveProgress>? Progress { get; init; }
}

namespace GoogleCheckout.Cli.Archives.Reading;

/// <summary>How much was found in a file.</summary>
/// <param name="path">The path of the file, as it was found.</param>
internal sealed class FileCount(string path)
{
    public string Path { get; } = path;

    /// <summary>The number of notifications, each once.</summary>
    public long Notifications { get; set; }

    /// <summary>The number of notifications that were read before.</summary>
    public long Duplicates { get; set; }

    /// <summary>The number of notifications that cannot be read.</summary>
    public long Faults { get; set; }

    /// <summary>Whether the file, or a part of it, cannot be read at all.</summary>
    public bool IsUnreadable { get; set; }
}

using GoogleCheckout.Archives;

namespace GoogleCheckout.Cli.Archives.Reading;

/// <summary>Counts the entries of each file.</summary>
internal sealed class FileCounts
{
    private readonly List<FileCount> _files = [];
    private readonly Dictionary<string, FileCount> _byPath = new(StringComparer.Ordinal);

    public IReadOnlyList<FileCount> All => _files;

    /// <summary>Adds a file, which may contain no notification.</summary>
    public FileCount Add(string path)
    {
        if (!_byPath.TryGetValue(path, out var file))
        {
            _byPath.Add(path, file = new FileCount(path));
            _files.Add(file);
        }

        return file;
    }

    public void Add(ArchiveEntry entry)
    {
        var file = Add(entry.FilePath ?? string.Empty);
        if (!entry.IsRead)
        {
            file.Faults++;
            file.IsUnreadable |= entry.IsOfFile();
        }
        else if (entry.IsDuplicate)
        {
            file.Duplicates++;
        }
        else
        {
            file.Notifications++;
        }
    }
}

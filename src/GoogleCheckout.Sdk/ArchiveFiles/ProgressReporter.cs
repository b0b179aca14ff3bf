namespace GoogleCheckout.Archives;

/// <summary>Reports how much of the files was read.</summary>
internal sealed class ProgressReporter
{
    private const long Step = 1024 * 1024;

    private readonly IProgress<ArchiveProgress>? _progress;
    private readonly long _total;
    private ArchiveFile _file;
    private Stream? _disk;
    private long _before;
    private long _reported;

    private ProgressReporter(IProgress<ArchiveProgress>? progress, long total)
    {
        _progress = progress;
        _total = total;
    }

    /// <summary>Creates a reporter. Without a receiver, the files are not counted.</summary>
    public static ProgressReporter Create(IEnumerable<string> paths, IProgress<ArchiveProgress>? progress) =>
        new(progress, progress is null ? 0 : ArchiveFile.Find(paths).Sum(file => file.Length));

    /// <summary>Begins a file.</summary>
    public void Begin(ArchiveFile file, Stream disk) => (_file, _disk) = (file, disk);

    /// <summary>Reports the position in the file, if it moved far enough.</summary>
    public void Report()
    {
        if (_progress is null || _disk is not { CanSeek: true })
        {
            return;
        }

        // The directory of a zip file is at its end, and is read first. A log that is written to gets longer.
        var read = _before + Math.Min(_disk.Position, _file.Length);
        if (read >= _reported + Step)
        {
            Report(read);
        }
    }

    /// <summary>Ends the file.</summary>
    public void End()
    {
        _before += _file.Length;
        _disk = null;
        Report(_before);
    }

    private void Report(long read)
    {
        _reported = read;
        _progress?.Report(new ArchiveProgress { FilePath = _file.Path, BytesRead = read, TotalBytes = Math.Max(_total, read) });
    }
}

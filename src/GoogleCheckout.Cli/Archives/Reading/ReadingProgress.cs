using GoogleCheckout.Archives;
using GoogleCheckout.Cli.Commands;

namespace GoogleCheckout.Cli.Archives.Reading;

/// <summary>Follows how much of the files was read.</summary>
/// <param name="files">Gets each file that is read, also one without a notification.</param>
/// <param name="isLengthKnown">Whether it is known how much there is to read.</param>
internal sealed class ReadingProgress(FileCounts files, bool isLengthKnown) : IProgress<ArchiveProgress>
{
    private volatile ArchiveProgress? _latest;
    private volatile bool _isWriting;

    /// <summary>The current work: reading, then writing.</summary>
    public WorkState State => _isWriting ? new WorkState("Writing")
        : new WorkState("Reading", _latest is { TotalBytes: > 0 } latest ? (double)latest.BytesRead / latest.TotalBytes : isLengthKnown ? 0 : null);

    /// <inheritdoc />
    public void Report(ArchiveProgress value)
    {
        files.Add(value.FilePath);
        _latest = value;
    }

    /// <summary>All was read, and is written.</summary>
    public void BeginWriting() => _isWriting = true;
}

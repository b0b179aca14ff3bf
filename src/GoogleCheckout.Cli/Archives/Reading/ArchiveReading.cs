using GoogleCheckout.Archives;
using GoogleCheckout.Cli.Commands;

namespace GoogleCheckout.Cli.Archives.Reading;

/// <summary>Reads the files and folders of a command line, and counts what they contain.</summary>
internal sealed class ArchiveReading
{
    private readonly FileCounts _files = new();
    private readonly ReadingProgress _reading;
    private readonly WorkProgress _progress;
    private readonly IAsyncEnumerable<ArchiveEntry> _entries;

    /// <param name="paths">Files and folders, or the standard input alone.</param>
    /// <param name="console">Shows progress if it is a terminal.</param>
    /// <exception cref="InvalidInputException">A path does not exist.</exception>
    public ArchiveReading(IReadOnlyList<string> paths, ToolConsole console)
    {
        var isStandardInput = paths is [StandardInput.Path];
        _reading = new ReadingProgress(_files, isLengthKnown: !isStandardInput);
        _progress = new WorkProgress(console, () => _reading.State);
        if (isStandardInput)
        {
            _files.Add(StandardInput.Name);
            _entries = StandardInputArchive.ReadAsync(console);
            return;
        }

        try
        {
            _entries = NotificationArchive.ReadAsync(paths, new ArchiveOptions { Progress = _reading });
        }
        catch (FileNotFoundException e)
        {
            throw new InvalidInputException($"{PlaceText.Quote(e.FileName ?? string.Empty)} does not exist.", e);
        }
    }

    /// <summary>The counts of each file, in the order of reading.</summary>
    public IReadOnlyList<FileCount> Files => _files.All;

    public long Notifications => _files.All.Sum(file => file.Notifications);

    public long Duplicates => _files.All.Sum(file => file.Duplicates);

    public long Faults => _files.All.Sum(file => file.Faults);

    /// <summary>Success, a fault in a file, or a file that cannot be read.</summary>
    public int ExitCode => _files.All.Any(file => file.IsUnreadable) ? Commands.ExitCode.InvalidInput
        : Faults > 0 ? Commands.ExitCode.Negative
        : Commands.ExitCode.Success;

    /// <summary>Passes each entry to a method that may write to the console, in the order of the files.</summary>
    /// <param name="handle">Handles an entry.</param>
    /// <param name="stop">Stops the command.</param>
    public async Task ListAsync(Action<ArchiveEntry> handle, CancellationToken stop)
    {
        await foreach (var entry in _progress.WaitAsync(_entries, stop).ConfigureAwait(false))
        {
            _files.Add(entry);
            handle(entry);
        }
    }

    /// <summary>Passes each entry to a method, in the order of the files, and then completes what they became. Neither writes to the console.</summary>
    /// <param name="handle">Handles an entry.</param>
    /// <param name="complete">Writes the results.</param>
    /// <param name="stop">Stops the command.</param>
    public Task ReadAsync(Action<ArchiveEntry> handle, Action complete, CancellationToken stop) => _progress.WaitAsync(Task.Run(
        async () =>
        {
            await foreach (var entry in _entries.WithCancellation(stop).ConfigureAwait(false))
            {
                _files.Add(entry);
                handle(entry);
            }

            _reading.BeginWriting();
            complete();
            return true;
        },
        stop));
}

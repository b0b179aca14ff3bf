using GoogleCheckout.Archives;
using GoogleCheckout.Cli.Commands;
using Spectre.Console;

namespace GoogleCheckout.Cli.Archives.Reading;

/// <summary>Shows how much of the files was read, if it takes longer than a second and the console is a terminal.</summary>
/// <param name="console">The console.</param>
/// <param name="files">Gets each file that is read, also one without a notification.</param>
internal sealed class ReadingProgress(ToolConsole console, FileCounts files) : IProgress<ArchiveProgress>
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private volatile ArchiveProgress? _latest;

    /// <summary>Runs what reads, and shows its progress.</summary>
    public async Task ShowAsync(Func<Task> read)
    {
        var reading = Task.Run(read);
        if (console.IsTerminal && !await EndsWithinAsync(reading, Delay).ConfigureAwait(false))
        {
            await ShowAsync(reading).ConfigureAwait(false);
        }

        await reading.ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void Report(ArchiveProgress value)
    {
        files.Add(value.FilePath);
        _latest = value;
    }

    // The bar is on the error output, so that it is never part of a result.
    private Task ShowAsync(Task reading) => AnsiConsole
        .Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(console.Error) })
        .Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async context =>
        {
            var bar = context.AddTask("Reading");
            do
            {
                if (_latest is { TotalBytes: > 0 } latest)
                {
                    bar.MaxValue = latest.TotalBytes;
                    bar.Value = latest.BytesRead;
                }
            }
            while (!await EndsWithinAsync(reading, Interval).ConfigureAwait(false));
        });

    private static async Task<bool> EndsWithinAsync(Task task, TimeSpan time) =>
        await Task.WhenAny(task, Task.Delay(time)).ConfigureAwait(false) == task;
}

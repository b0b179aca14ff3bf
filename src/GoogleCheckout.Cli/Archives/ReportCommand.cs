using GoogleCheckout.Cli.Archives.Reading;
using GoogleCheckout.Cli.Archives.Report;
using GoogleCheckout.Cli.Commands;

namespace GoogleCheckout.Cli.Archives;

/// <summary>Writes a report for people.</summary>
internal sealed class ReportCommand : ToolCommand
{
    private readonly ToolConsole _console;

    public ReportCommand(ToolConsole console)
        : base("report", "Writes a report as one HTML file: money by month, open balances, what does not add up.")
    {
        Details =
            "The report also lists duplicates and faults. It contains no data about buyers, and needs no script. "
            + "The exit code is 0, 1 if there are faults, and 2 if a file cannot be read or written.";
        Examples =
        [
            "googlecheckout archive report --out report.html logs",
        ];
        _console = console;
        var paths = ArchivePaths.Create();
        var file = OutputOption.Create("FILE", "The HTML file. A previous one is replaced when all is read.");
        var zone = TimeZoneOption.Create();
        Add(paths);
        Add(file);
        Add(zone);
        SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(paths), parsed.GetRequiredValue(file), BookTime.Parse(parsed.GetValue(zone)), stop));
    }

    private async Task<int> RunAsync(IReadOnlyList<string> paths, string file, BookTime time, CancellationToken stop)
    {
        var reading = new ArchiveReading(paths, _console);
        return await ArchivePaths.WritingToAsync(file, async () =>
        {
            using var page = new PendingFile(file);
            var report = new ArchiveReport(reading, time);
            await reading.ReadAsync(report.Add, () => Write(report, page), stop).ConfigureAwait(false);
            await _console.Out.WriteLineAsync(
                $"""
                {ArchiveSummary.Of(reading)}
                The report was written to {PlaceText.Quote(file)}.
                """).ConfigureAwait(false);
            return reading.ExitCode;
        }).ConfigureAwait(false);
    }

    private static void Write(ArchiveReport report, PendingFile page)
    {
        report.Complete();
        new ReportPage(report).Write(page.Stream);
        page.Commit();
    }
}

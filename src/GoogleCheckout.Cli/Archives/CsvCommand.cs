using System.CommandLine;
using GoogleCheckout.Cli.Archives.Csv;
using GoogleCheckout.Cli.Archives.Reading;
using GoogleCheckout.Cli.Archives.Report;
using GoogleCheckout.Cli.Commands;

namespace GoogleCheckout.Cli.Archives;

/// <summary>Writes tables for books and spreadsheets.</summary>
internal sealed class CsvCommand : ToolCommand
{
    private readonly ToolConsole _console;

    public CsvCommand(ToolConsole console)
        : base("csv", "Writes orders, transactions, items and faults as tables for books and spreadsheets.")
    {
        Details =
            "The files are orders.csv, transactions.csv, items.csv and faults.csv. Each notification counts once. Previous files are replaced when all is read. "
            + "The exit code is 0, 1 if there are faults, and 2 if a file cannot be read or written.";
        Examples =
        [
            "googlecheckout archive csv --out books logs",
            "googlecheckout archive csv --out books --bom --time-zone \"Eastern Standard Time\" logs saved-histories.zip",
        ];
        _console = console;
        var paths = ArchivePaths.Create();
        var folder = OutputOption.Create("DIR", "The folder of the files; it is created if it does not exist.");
        var mark = new Option<bool>("--bom") { Description = "Begins each file with a byte order mark, by which some spreadsheets recognize UTF-8." };
        var zone = TimeZoneOption.Create();
        Add(paths);
        Add(folder);
        Add(mark);
        Add(zone);
        SetAction((parsed, stop) => RunAsync(
            parsed.GetRequiredValue(paths), parsed.GetRequiredValue(folder), BookTime.Parse(parsed.GetValue(zone)), parsed.GetValue(mark), stop));
    }

    private async Task<int> RunAsync(IReadOnlyList<string> paths, string folder, BookTime time, bool hasByteOrderMark, CancellationToken stop)
    {
        var reading = new ArchiveReading(paths, _console);
        return await ArchivePaths.WritingToAsync(folder, async () =>
        {
            Directory.CreateDirectory(folder);
            using var tables = new CsvTables(folder, time, hasByteOrderMark);
            await reading.ReadAsync(tables.Add, tables.Complete, stop).ConfigureAwait(false);
            await _console.Out.WriteLineAsync(
                $"""
                {ArchiveSummary.Of(reading)}
                {Html.Count(tables.Orders, "order")}, {Html.Count(tables.Transactions, "transaction")}, {Html.Count(tables.Items, "item")} and {Html.Count(tables.Faults, "fault")} were written to {PlaceText.Quote(folder)}.
                """).ConfigureAwait(false);
            if (tables.OrdersToCheck > 0)
            {
                await _console.Out.WriteLineAsync($"The amounts of {Html.Count(tables.OrdersToCheck, "order")} do not add up. The command archive report shows why.").ConfigureAwait(false);
            }

            return reading.ExitCode;
        }).ConfigureAwait(false);
    }
}

using System.CommandLine;
using GoogleCheckout.Archives;
using GoogleCheckout.Cli.Archives.Reading;
using GoogleCheckout.Cli.Archives.Repair;
using GoogleCheckout.Cli.Archives.Report;
using GoogleCheckout.Cli.Commands;

namespace GoogleCheckout.Cli.Archives;

/// <summary>Writes one clean history.</summary>
internal sealed class RepairCommand : ToolCommand
{
    private readonly ToolConsole _console;

    public RepairCommand(ToolConsole console)
        : base("repair", "Writes one clean history of all notifications that can be read, oldest first, each once.")
    {
        Details =
            "Everything that cannot be read is written to a file beside it, with the places: history.faults.txt beside history.xml. The files that are read stay as they are. "
            + "The exit code is 0, 1 if there are faults, and 2 if a file cannot be read or written.";
        Examples =
        [
            "googlecheckout archive repair --out history.xml logs",
            "googlecheckout archive repair --out history.xml --force notifications.log saved-histories.zip",
        ];
        _console = console;
        var paths = ArchivePaths.Create();
        var file = OutputOption.Create("FILE", "The history. It must not be one of the files that are read, or in a folder that is.");
        var force = new Option<bool>("--force") { Description = "Replaces the files of a previous repair." };
        Add(paths);
        Add(file);
        Add(force);
        SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(paths), parsed.GetRequiredValue(file), parsed.GetValue(force), stop));
    }

    private async Task<int> RunAsync(IReadOnlyList<string> paths, string file, bool force, CancellationToken stop)
    {
        var faultsPath = Path.ChangeExtension(file, ".faults.txt");
        RefuseInput(paths, file);
        RefuseInput(paths, faultsPath);
        RefuseExisting(file, force);
        RefuseExisting(faultsPath, force);
        var reading = new ArchiveReading(paths, _console);
        return await ArchivePaths.WritingToAsync(file, async () =>
        {
            using var history = new HistoryFile(file);
            using var faults = new FaultsFile(faultsPath);
            await reading.ReadAsync(entry => Add(entry, history, faults), () => Complete(history, faults), stop).ConfigureAwait(false);
            await _console.Out.WriteLineAsync(
                $"""
                {ArchiveSummary.Of(reading)}
                {Html.Count(history.Count, "notification")} {(history.Count == 1 ? "was" : "were")} written to {PlaceText.Quote(file)}.
                """).ConfigureAwait(false);
            if (faults.Count > 0)
            {
                await _console.Out.WriteLineAsync($"{Html.Count(faults.Count, "fault")} {(faults.Count == 1 ? "was" : "were")} written to {PlaceText.Quote(faultsPath)}.").ConfigureAwait(false);
            }

            return Math.Max(reading.ExitCode, faults.Count > 0 ? ExitCode.Negative : ExitCode.Success);
        }).ConfigureAwait(false);
    }

    private static void Add(ArchiveEntry entry, HistoryFile history, FaultsFile faults)
    {
        if (!entry.IsRead)
        {
            faults.Add(entry, entry.Error.Message);
        }
        else if (!entry.IsDuplicate)
        {
            try
            {
                history.Add(entry.Notification);
            }
            catch (CheckoutException e)
            {
                faults.Add(entry, e.Message);
            }
        }
    }

    private static void Complete(HistoryFile history, FaultsFile faults)
    {
        history.Complete();
        faults.Complete();
    }

    // A history that is read together with what it was made of would contain itself.
    private static void RefuseInput(IReadOnlyList<string> paths, string file)
    {
        var written = Path.GetFullPath(file);
        foreach (var read in paths.Where(path => path != StandardInput.Path).Select(Path.GetFullPath))
        {
            if (written == read || written.StartsWith(Path.TrimEndingDirectorySeparator(read) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new InvalidInputException($"--out: {PlaceText.Quote(file)} is one of the files that are read, or in a folder that is. Use another place.");
            }
        }
    }

    private static void RefuseExisting(string file, bool force)
    {
        if (!force && Path.Exists(file))
        {
            throw new InvalidInputException($"--out: {PlaceText.Quote(file)} exists. Use --force to replace it.");
        }
    }
}

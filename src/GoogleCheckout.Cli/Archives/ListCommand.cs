using GoogleCheckout.Archives;
using GoogleCheckout.Cli.Archives.Reading;
using GoogleCheckout.Cli.Commands;

namespace GoogleCheckout.Cli.Archives;

/// <summary>Lists each notification with its place.</summary>
internal sealed class ListCommand : ToolCommand
{
    private readonly ToolConsole _console;

    public ListCommand(ToolConsole console)
        : base("list", "Lists each notification: time, kind, order, amount, serial number and place.")
    {
        Details =
            "Duplicates and faults are listed too. "
            + "The exit code is 0, 1 if there are faults, and 2 if a file cannot be read.";
        Examples =
        [
            "googlecheckout archive list notifications.log",
            "googlecheckout archive list --time-zone America/New_York logs saved-histories.zip",
            "zcat notifications-*.log.gz | googlecheckout archive list -",
        ];
        _console = console;
        var paths = ArchivePaths.Create();
        var zone = TimeZoneOption.Create();
        Add(paths);
        Add(zone);
        SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(paths), BookTime.Parse(parsed.GetValue(zone)), stop));
    }

    private async Task<int> RunAsync(IReadOnlyList<string> paths, BookTime time, CancellationToken stop)
    {
        var reading = new ArchiveReading(paths, _console);
        await reading.ListAsync(entry => _console.List.WriteLine(Describe(entry, time)), stop).ConfigureAwait(false);
        await _console.List.WriteLineAsync(ArchiveSummary.Of(reading)).ConfigureAwait(false);
        return reading.ExitCode;
    }

    private static string Describe(ArchiveEntry entry, BookTime time)
    {
        var place = entry.GetPlace();
        if (!entry.IsRead)
        {
            return $"fault: {place}: {place.Reason}";
        }

        var notification = entry.Notification;
        return string.Join("  ",
            time.Format(notification.Timestamp).PadRight(20),
            notification.GetWireName().PadRight(32),
            QuotedText.OfIdentifier(notification.GoogleOrderNumber).PadRight(16),
            (notification.GetAmount()?.ToString() ?? string.Empty).PadLeft(14),
            QuotedText.OfIdentifier(notification.SerialNumber).PadRight(36),
            entry.IsDuplicate ? $"{place}  duplicate" : place.ToString());
    }
}

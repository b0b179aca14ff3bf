using GoogleCheckout.Cli.Archives.Reading;
using GoogleCheckout.Cli.Archives.Report;

namespace GoogleCheckout.Cli.Archives;

/// <summary>The last line of a command: what was read.</summary>
internal static class ArchiveSummary
{
    public static string Of(ArchiveReading reading) =>
        $"{Html.Count(reading.Notifications, "notification")}, {Html.Count(reading.Duplicates, "duplicate")} and {Html.Count(reading.Faults, "fault")} in {Html.Count(reading.Files.Count, "file")}.";
}

using GoogleCheckout.Cli.Commands;

namespace GoogleCheckout.Cli.Archives;

/// <summary>The commands for archives of notifications. They need no account and no connection.</summary>
internal sealed class ArchiveCommand : ToolCommand
{
    public ArchiveCommand(ToolConsole console)
        : base("archive", "Reads archives of notifications: logs, histories and single documents, damaged or not.")
    {
        Examples =
        [
            "googlecheckout archive list notifications.log",
            "googlecheckout archive csv --out books logs",
        ];
        Add(new ListCommand(console));
        Add(new CsvCommand(console));
        Add(new ReportCommand(console));
        Add(new RepairCommand(console));
    }
}

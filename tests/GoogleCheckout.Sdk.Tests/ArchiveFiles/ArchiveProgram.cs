// <usings>
using GoogleCheckout.Archives;
using GoogleCheckout.Notifications;
// </usings>
using GoogleCheckout.Reports;

namespace GoogleCheckout.ArchiveFiles;

/// <summary>The programs of docs/archives.md.</summary>
internal static class ArchiveProgram
{
    public static int Run(string[] args)
    {
        // <program>
        var errors = 0;
        foreach (var entry in NotificationArchive.Read(args[0]))
        {
            if (!entry.IsRead)
            {
                errors++;
                Console.Error.WriteLine($"{entry.FilePath}({entry.LineNumber},{entry.LinePosition}): {entry.Error.Message}");
            }
            else if (entry is { IsDuplicate: false, Notification: ChargeAmountNotification charge })
            {
                Console.WriteLine($"{charge.Timestamp:u} {charge.GoogleOrderNumber} {charge.LatestChargeAmount}");
            }
        }

        return errors == 0 ? 0 : 1;
        // </program>
    }

    public static IEnumerable<ArchiveEntry> ReadLatin(string path)
    {
        // <encoding>
        var entries = NotificationArchive.Read(path, new ArchiveOptions { FallbackEncoding = "windows-1252" });
        // </encoding>
        return entries;
    }

    public static void PrintOrders(Stream csv)
    {
        // <orders>
        foreach (var row in OrderListReader.Read(csv))
        {
            Console.WriteLine(row.IsRead ? $"{row.Entry.GoogleOrderNumber} {row.Entry.OrderAmount}" : $"line {row.LineNumber}: {row.Error}");
        }
        // </orders>
    }
}

using GoogleCheckout.Archives;
using GoogleCheckout.Cli.Archives.Ledger;
using GoogleCheckout.Cli.Archives.Reading;

namespace GoogleCheckout.Cli.Archives.Report;

/// <summary>The content of the report. It contains no data about buyers.</summary>
/// <param name="reading">Counts what the files contain.</param>
/// <param name="time">Formats the times.</param>
internal sealed class ArchiveReport(ArchiveReading reading, BookTime time)
{
    private readonly HtmlTable _duplicates = new("Notifications that were found before, which are not counted again", "Place", "Kind", "Order", "Serial number");
    private readonly HtmlTable _faults = new("Parts of the files that cannot be read", "Place", "#Byte", "Reason");

    public ArchiveReading Reading { get; } = reading;

    public BookTime Time { get; } = time;

    public ArchiveLedger Ledger { get; } = new();

    /// <summary>The months of each currency. Empty before <see cref="Complete"/>.</summary>
    public IReadOnlyList<CurrencyTotals> Currencies { get; private set; } = [];

    public HtmlTable Duplicates => _duplicates;

    public HtmlTable Faults => _faults;

    public void Add(ArchiveEntry entry)
    {
        var place = entry.GetPlace();
        if (!entry.IsRead)
        {
            _faults.Add(place.ToString(), place.Offset is { } offset ? Html.Count(offset) : null, place.Reason);
        }
        else if (entry.IsDuplicate)
        {
            _duplicates.Add(place.ToString(), entry.Notification.GetWireName(), entry.Notification.GoogleOrderNumber, entry.Notification.SerialNumber);
            Ledger.AddDuplicate(entry.Notification, place.ToString());
        }
        else
        {
            Ledger.Add(entry.Notification, out _);
        }
    }

    public void Complete()
    {
        Ledger.Complete();
        Currencies = CurrencyTotals.Create(Ledger, Time);
    }
}

using System.Globalization;
using System.Xml.Linq;
using GoogleCheckout.Cli.Archives.Ledger;
using GoogleCheckout.Cli.Archives.Reading;

namespace GoogleCheckout.Cli.Archives.Report;

/// <summary>The sections of the report.</summary>
/// <param name="report">A complete report.</param>
internal sealed class ReportSections(ArchiveReport report)
{
    /// <summary>The orders with an amount that was not charged, or that was returned without a charge.</summary>
    public IReadOnlyList<LedgerOrder> OpenOrders { get; } = [.. report.Ledger.Orders.Where(order => GetOpen(order) != 0)];

    public IReadOnlyList<LedgerOrder> OrdersToCheck { get; } = [.. report.Ledger.Orders.Where(order => order.Findings.Count > 0)];

    public IReadOnlyList<XElement?> CreateIntroduction()
    {
        var (reading, ledger, time) = (report.Reading, report.Ledger, report.Time);
        return
        [
            Html.Element("h1", "Google Checkout archive"),
            Html.Element("p", Html.Class("quiet"), ledger.Earliest is null
                ? "No notification with a time was found."
                : $"Notifications from {time.FormatDate(ledger.Earliest)} to {time.FormatDate(ledger.Latest)}. Times are in the time zone {time.ZoneName}."),
            reading.Faults == 0 ? null : Html.Element("p", Html.Class("alert"), $"{Html.Count(reading.Faults, "part")} of the files cannot be read, and {(reading.Faults == 1 ? "is" : "are")} not in the amounts below."),
            Html.Element(
                "dl",
                CreateFigure("Files", reading.Files.Count),
                CreateFigure("Notifications", reading.Notifications),
                CreateFigure("Orders", ledger.Orders.Count),
                CreateFigure("Duplicates", reading.Duplicates),
                CreateFigure("Faults", reading.Faults),
                CreateFigure("Orders to check", OrdersToCheck.Count)),
        ];
    }

    public IReadOnlyList<XElement?> CreateMoney() => report.Currencies.Count == 0
        ? [Note("No order was found.")]
        :
        [
            Note("An order is in the month in which it was placed, and a charge, refund or chargeback in the month in which it happened. The balance is what was charged and neither refunded nor charged back; fees are not deducted. Fees are known only if the account was configured to receive them."),
            .. report.Currencies.SelectMany(CreateCurrency),
        ];

    public IReadOnlyList<XElement?> CreateOpen()
    {
        if (OpenOrders.Count == 0)
        {
            return [Note("Each order with a known total is charged or canceled. No balance is negative.")];
        }

        var table = new HtmlTable("A negative amount was returned without a charge in the archive", "Order", "Placed", "State", "#Order total", "#Charged", "#Returned", "#Open", "Currency") { HasShortNames = true };
        foreach (var order in OpenOrders)
        {
            var sums = order.Sums;
            table.Add(
                order.Number,
                report.Time.FormatDate(order.PurchaseDate),
                WireWord.OfState(order.FinancialOrderState),
                Format(order.OrderTotal?.Amount, order.Currency),
                Format(sums.Charged, order.Currency),
                Format(sums.Refunded + sums.ChargedBack, order.Currency),
                Format(GetOpen(order), order.Currency),
                order.Currency);
        }

        return [Note("Orders that are not canceled and not charged in full, and orders with a negative balance."), table.ToElement()];
    }

    public IReadOnlyList<XElement?> CreateChecks()
    {
        if (OrdersToCheck.Count == 0)
        {
            return [Note("All amounts add up.")];
        }

        var table = new HtmlTable("Amounts that do not add up, and other inconsistencies", "Order", "Findings") { HasShortNames = true };
        foreach (var order in OrdersToCheck)
        {
            table.Add(order.Number, Html.Element("ul",
            [
                .. order.Findings.Select(finding => Html.Element("li", finding)),
                order.OtherFindings == 0 ? null : Html.Element("li", $"{Html.Count(order.OtherFindings, "more finding")}"),
            ]));
        }

        return
        [
            Note("If notifications are missing, the highest total in those that are there is used. If a total is lower than the sum of the notifications, the sum is used."),
            table.ToElement(),
        ];
    }

    public IReadOnlyList<XElement?> CreateDuplicates() => report.Reading.Duplicates == 0
        ? [Note("No notification was found twice.")]
        : [Note("The service sent a notification again until it was acknowledged."), report.Duplicates.ToElement()];

    public IReadOnlyList<XElement?> CreateFaults() => report.Reading.Faults == 0
        ? [Note("All notifications were read.")]
        : [Note("The place is the file, the line and the column of the error; the byte is where the notification begins."), report.Faults.ToElement()];

    public IReadOnlyList<XElement?> CreateFiles()
    {
        var table = new HtmlTable("Content of the files", "File", "#Notifications", "#Duplicates", "#Faults");
        foreach (var file in report.Reading.Files)
        {
            table.Add(file.Path, Html.Count(file.Notifications), Html.Count(file.Duplicates), Html.Count(file.Faults));
        }

        return [table.ToElement()];
    }

    private static IReadOnlyList<XElement?> CreateCurrency(CurrencyTotals totals, int index)
    {
        var name = totals.Currency.Length > 0 ? totals.Currency : "Without a currency";
        var table = new HtmlTable($"Amounts by month: {name}", "Month", "#Orders", "#Order totals", "#Charged", "#Refunded", "#Charged back", "#Fees", "#Balance") { HasShortNames = true };
        foreach (var month in totals.Months.Where(month => !month.IsEmpty))
        {
            table.Add(CreateRow(month, month.Month!.Value.ToString("yyyy-MM", CultureInfo.InvariantCulture), totals.Currency));
        }

        if (totals.Undated is { } undated)
        {
            table.Add(CreateRow(undated, "No date", totals.Currency));
        }

        table.AddFooter(CreateRow(totals.All, "All", totals.Currency));
        return [Html.Element("h3", name), new MonthChart(totals, FormattableString.Invariant($"chart{index + 1}")).ToElement(), table.ToElement()];
    }

    private static object?[] CreateRow(MonthTotals month, string name, string currency) =>
    [
        name,
        Html.Count(month.Orders),
        Format(month.OrderTotal, currency),
        Format(month.Sums.Charged, currency),
        Format(month.Sums.Refunded, currency),
        Format(month.Sums.ChargedBack, currency),
        Format(month.Sums.Fees, currency),
        Format(month.Sums.Balance, currency),
    ];

    private static decimal GetOpen(LedgerOrder order) => order.Uncharged is > 0 and { } uncharged ? uncharged : Math.Min(0, order.Sums.Balance);

    private static XElement CreateFigure(string name, long count) =>
        Html.Element("div", Html.Element("dt", name), Html.Element("dd", Html.Count(count)));

    private static XElement Note(string text) => Html.Element("p", Html.Class("quiet"), text);

    private static string? Format(decimal? amount, string currency) => amount is { } known ? LedgerAmount.Format(known, currency) : null;
}

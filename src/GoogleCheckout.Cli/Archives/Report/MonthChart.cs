using System.Globalization;
using System.Xml.Linq;
using GoogleCheckout.Cli.Archives.Ledger;

namespace GoogleCheckout.Cli.Archives.Report;

/// <summary>A bar chart of what was charged, and what was returned, in each month.</summary>
/// <param name="totals">The months of a currency.</param>
/// <param name="id">The prefix of the identifiers in the page.</param>
internal sealed class MonthChart(CurrencyTotals totals, string id)
{
    private const int Width = 960;
    private const int Left = 90;
    private const int Top = 14;
    private const int Bottom = 230;
    private const int Height = 256;
    private const int MaxLabels = 12;
    private const int MaxBarWidth = 36;

    private static readonly decimal[] Steps = [1, 1.2m, 1.6m, 2, 3, 4, 5, 6, 8, 10];

    private readonly decimal _top = GetTop(totals.Months);

    /// <summary>Returns the chart; null if there is nothing to show.</summary>
    public XElement? ToElement() => _top == 0 ? null : Html.Element("figure", CreateSvg(), CreateKey());

    private XElement CreateSvg() => Html.Element(
        "svg",
        Html.Attribute("viewBox", $"0 0 {Width} {Height}"),
        Html.Attribute("role", "img"),
        Html.Attribute("aria-labelledby", $"{id}-title {id}-text"),
        Html.Element("title", Html.Attribute("id", $"{id}-title"), $"Charged and returned by month in {totals.Currency}".TrimEnd()),
        Html.Element("desc", Html.Attribute("id", $"{id}-text"), Describe()),
        CreateLine(0),
        CreateLine(_top / 2),
        CreateLine(_top),
        totals.Months.Select(CreateBars));

    private static XElement CreateKey() => Html.Element(
        "figcaption",
        Html.Element("span", Html.Class("key in")),
        Html.Element("span", Html.Class("text"), "charged"),
        Html.Element("span", Html.Class("key out")),
        Html.Element("span", Html.Class("text"), "refunded and charged back"));

    private XElement CreateLine(decimal amount)
    {
        var y = GetY(amount);
        return Html.Element(
            "g",
            Html.Element("line", Html.Class("axis"), Html.Attribute("x1", Left), Html.Attribute("x2", Width), Html.Attribute("y1", y), Html.Attribute("y2", y)),
            Html.Element("text", Html.Attribute("x", Left - 8), Html.Attribute("y", y + 4), Html.Attribute("text-anchor", "end"), LedgerAmount.Format(amount, totals.Currency)));
    }

    private XElement CreateBars(MonthTotals month, int index)
    {
        var slot = (decimal)(Width - Left) / totals.Months.Count;
        var middle = Left + (slot * index) + (slot / 2);
        var width = Math.Min(MaxBarWidth, slot * 0.4m);
        var every = (totals.Months.Count + MaxLabels - 1) / MaxLabels;
        return Html.Element(
            "g",
            Html.Element("title", $"{FormatMonth(month)}: charged {Format(month.Sums.Charged)}, returned {Format(GetReturned(month))}"),
            CreateBar("in", middle - width, width, month.Sums.Charged),
            CreateBar("out", middle, width, GetReturned(month)),
            index % every == 0
                ? Html.Element("text", Html.Attribute("x", Round(middle)), Html.Attribute("y", Height - 6), Html.Attribute("text-anchor", "middle"), FormatMonth(month))
                : null);
    }

    private XElement? CreateBar(string name, decimal x, decimal width, decimal amount) => amount <= 0 ? null : Html.Element(
        "rect",
        Html.Class(name),
        Html.Attribute("x", Round(x)),
        Html.Attribute("y", GetY(amount)),
        Html.Attribute("width", Round(width)),
        Html.Attribute("height", Bottom - GetY(amount)));

    private string Describe()
    {
        var highest = totals.Months.MaxBy(month => month.Sums.Charged)!;
        var text = $"{Html.Count(totals.Months.Count, "month")} from {FormatMonth(totals.Months[0])} to {FormatMonth(totals.Months[^1])}. "
            + $"Most was charged in {FormatMonth(highest)}: {Format(highest.Sums.Charged)}. ";
        var returned = totals.Months.MaxBy(GetReturned)!;
        return text
            + (GetReturned(returned) > 0 ? $"Most was refunded and charged back in {FormatMonth(returned)}: {Format(GetReturned(returned))}. " : "Nothing was refunded or charged back. ")
            + "The table has the amounts of each month.";
    }

    private string Format(decimal amount) => $"{LedgerAmount.Format(amount, totals.Currency)} {totals.Currency}".TrimEnd();

    private decimal GetY(decimal amount) => Round(Bottom - ((Bottom - Top) * (amount / _top)));

    private static string FormatMonth(MonthTotals month) => month.Month!.Value.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static decimal GetReturned(MonthTotals month) => month.Sums.Refunded + month.Sums.ChargedBack;

    private static decimal Round(decimal length) => decimal.Round(length, 2);

    // The next step times a power of ten, so that half of it is a short number too.
    private static decimal GetTop(IReadOnlyList<MonthTotals> months)
    {
        var highest = months.Select(month => Math.Max(month.Sums.Charged, GetReturned(month))).DefaultIfEmpty().Max();
        if (highest <= 0)
        {
            return 0;
        }

        var power = 0.001m;
        while (power * 10 < highest)
        {
            power *= 10;
        }

        return Steps.Select(step => step * power).First(top => top >= highest);
    }
}

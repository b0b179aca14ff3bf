using GoogleCheckout.Cli.Archives.Ledger;
using GoogleCheckout.Cli.Archives.Reading;

namespace GoogleCheckout.Cli.Archives.Report;

/// <summary>The orders and the money of each month in one currency.</summary>
internal sealed class CurrencyTotals
{
    // More would be wrong times rather than months of a service that existed for eight years.
    private const int MaxFilledMonths = 240;

    private readonly Dictionary<DateOnly, MonthTotals> _months = [];
    private readonly MonthTotals _undated = new(month: null);
    private readonly MonthTotals _all = new(month: null);

    private CurrencyTotals(string currency) => Currency = currency;

    /// <summary>The currency; empty if the amounts have none.</summary>
    public string Currency { get; }

    /// <summary>The months in their order, with those between them in which nothing happened.</summary>
    public IReadOnlyList<MonthTotals> Months { get; private set; } = [];

    /// <summary>The orders and movements without a time; null if all have one.</summary>
    public MonthTotals? Undated => _undated.IsEmpty ? null : _undated;

    /// <summary>The sums of all months, and of what has no time.</summary>
    public MonthTotals All => _all;

    /// <summary>Adds up the orders and movements of a complete ledger, for each currency; amounts without one are last.</summary>
    public static IReadOnlyList<CurrencyTotals> Create(ArchiveLedger ledger, BookTime time)
    {
        var currencies = new SortedDictionary<string, CurrencyTotals>(StringComparer.Ordinal);
        foreach (var order in ledger.Orders)
        {
            Get(order.Currency).Add(order, time);
        }

        foreach (var movement in ledger.Movements.Where(movement => movement.IsCounted))
        {
            Get(movement.Currency).Add(movement, time);
        }

        foreach (var totals in currencies.Values)
        {
            totals.Months = totals.FillMonths();
        }

        return [.. currencies.Values.OrderBy(totals => totals.Currency.Length == 0)];

        CurrencyTotals Get(string currency) =>
            currencies.TryGetValue(currency, out var totals) ? totals : currencies[currency] = new CurrencyTotals(currency);
    }

    private void Add(LedgerOrder order, BookTime time)
    {
        foreach (var totals in Of(order.PurchaseDate, time))
        {
            totals.Orders++;
            totals.OrderTotal += order.OrderTotal is { } total && LedgerAmount.IsPlausible(total) ? total.Amount : 0;
        }
    }

    private void Add(Movement movement, BookTime time)
    {
        foreach (var totals in Of(movement.Timestamp, time))
        {
            totals.Sums.Add(movement.Type, movement.Amount.Amount);
            if (movement.CountedFee is { } fee)
            {
                totals.Sums.AddFee(fee);
            }
        }
    }

    private MonthTotals[] Of(DateTimeOffset? time, BookTime zone)
    {
        if (time is not { } known)
        {
            return [_undated, _all];
        }

        var month = zone.GetMonth(known);
        if (!_months.TryGetValue(month, out var totals))
        {
            _months.Add(month, totals = new MonthTotals(month));
        }

        return [totals, _all];
    }

    private List<MonthTotals> FillMonths()
    {
        var known = _months.Keys.Order().ToList();
        if (known.Count > 0 && GetNumber(known[^1]) - GetNumber(known[0]) < MaxFilledMonths)
        {
            for (var month = known[0]; month < known[^1]; month = month.AddMonths(1))
            {
                _months.TryAdd(month, new MonthTotals(month));
            }
        }

        return [.. _months.OrderBy(month => month.Key).Select(month => month.Value)];
    }

    private static int GetNumber(DateOnly month) => (month.Year * 12) + month.Month;
}

using GoogleCheckout.Cli.Archives.Ledger;

namespace GoogleCheckout.Cli.Archives.Report;

/// <summary>The orders and the money of a month in one currency.</summary>
/// <param name="month">The first day of the month; null for what has no time.</param>
internal sealed class MonthTotals(DateOnly? month)
{
    public DateOnly? Month { get; } = month;

    /// <summary>The number of orders that were placed in the month.</summary>
    public long Orders { get; set; }

    /// <summary>The totals of these orders.</summary>
    public decimal OrderTotal { get; set; }

    public MovementSums Sums { get; } = new();

    public bool IsEmpty => Orders == 0 && Sums is { Charged: 0, Refunded: 0, ChargedBack: 0, Fees: null };
}

using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>An item of an order that is paid again and again, and how far that is.</summary>
/// <param name="Item">The item; it has a subscription.</param>
internal sealed record SubscriptionSchedule(Item Item)
{
    public Subscription Subscription => Item.Subscription!;

    /// <summary>How many orders came of it.</summary>
    public int Recurrences { get; init; }

    /// <summary>The next order that the service makes of it by itself; null where the merchant asks for them, or none is to come.</summary>
    public DueEvent? Next { get; init; }

    /// <summary>Why the buyer's agreement ended; null while it holds.</summary>
    public string? EndReason { get; init; }

    /// <summary>The most that one payment may be, tax included; null for no limit.</summary>
    public decimal? MaximumCharge => Subscription.Payments is [var payment, ..] ? payment.MaximumCharge.Amount : null;

    /// <summary>What is in each order that comes of it.</summary>
    public Item RecurrentItem => (Subscription.RecurrentItem ?? Item) with { Subscription = null };

    /// <summary>Whether the buyer agreed to one more payment at that time.</summary>
    public bool AllowsPayment(DateTimeOffset time) =>
        EndReason is null
        && (Subscription.Payments is not [{ Times: { } times }, ..] || Recurrences < times)
        && (Subscription.NoChargeAfter is not { } end || time <= end);

    /// <summary>
    /// When the next payment is due. An item with a price of its own is paid for the first period with the order; so is one
    /// that names no start.
    /// </summary>
    public DateTimeOffset GetNextTime(DateTimeOffset purchase) => Item.UnitPrice.Amount == 0 && Subscription.StartDate is { } start
        ? AddPeriods(start > purchase ? start : purchase, Recurrences)
        : AddPeriods(purchase, Recurrences + 1);

    // From the first time on, so that the 31st is not lost in a February.
    private DateTimeOffset AddPeriods(DateTimeOffset first, int periods) => Subscription.Period switch
    {
        DatePeriod.Daily => first.AddDays(periods),
        DatePeriod.Weekly => first.AddDays(7 * periods),
        DatePeriod.SemiMonthly => first.AddMonths(periods / 2).AddDays(periods % 2 * 15),
        DatePeriod.EveryTwoMonths => first.AddMonths(2 * periods),
        DatePeriod.Quarterly => first.AddMonths(3 * periods),
        DatePeriod.Yearly => first.AddYears(periods),
        _ => first.AddMonths(periods),
    };
}

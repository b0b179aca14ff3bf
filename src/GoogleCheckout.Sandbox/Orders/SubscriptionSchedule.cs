using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>The payments of an item with a subscription.</summary>
/// <param name="Item">The item. Its subscription is not null.</param>
internal sealed record SubscriptionSchedule(Item Item)
{
    public Subscription Subscription => Item.Subscription!;

    /// <summary>The number of recurrences so far.</summary>
    public int Recurrences { get; init; }

    /// <summary>The next automatic recurrence; null if the merchant requests the recurrences, or no recurrence is left.</summary>
    public DueEvent? Next { get; init; }

    /// <summary>The reason why the subscription ended; null while it is active.</summary>
    public string? EndReason { get; init; }

    /// <summary>The maximum amount of one payment, including tax; null for no limit.</summary>
    public decimal? MaximumCharge => Subscription.Payments is [var payment, ..] ? payment.MaximumCharge.Amount : null;

    /// <summary>The item of each recurrence.</summary>
    public Item RecurrentItem => (Subscription.RecurrentItem ?? Item) with { Subscription = null };

    /// <summary>Returns whether the subscription allows another payment at the given time.</summary>
    public bool AllowsPayment(DateTimeOffset time) =>
        EndReason is null
        && (Subscription.Payments is not [{ Times: { } times }, ..] || Recurrences < times)
        && (Subscription.NoChargeAfter is not { } end || time <= end);

    /// <summary>
    /// Returns the time when the next payment is due. If the item has a price or the subscription has no start date, the order pays
    /// for the first period.
    /// </summary>
    public DateTimeOffset GetNextTime(DateTimeOffset purchase) => Item.UnitPrice.Amount == 0 && Subscription.StartDate is { } start
        ? AddPeriods(start > purchase ? start : purchase, Recurrences)
        : AddPeriods(purchase, Recurrences + 1);

    // Periods are added to the first time, not to the last one, so that the 31st is not lost in February.
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

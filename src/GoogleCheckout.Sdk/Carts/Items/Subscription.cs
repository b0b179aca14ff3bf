namespace GoogleCheckout.Carts;

/// <summary>The recurring payments for an item, a beta feature of the service. Schema type <c>Subscription</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record Subscription
{
    /// <summary>The party that starts each payment, one of <see cref="SubscriptionTypes"/>. Wire name: <c>type</c> (attribute).</summary>
    public required string Type { get; init; }

    /// <summary>The interval between payments. Wire name: <c>period</c> (attribute).</summary>
    public required DatePeriod Period { get; init; }

    /// <summary>
    /// The time when the first payment is due. If the item itself has a price, the service ignores this value: the first
    /// payment is due one period after the order. Wire name: <c>start-date</c> (attribute).
    /// </summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>The time after which no payment may be charged; null if the subscription does not end. Wire name: <c>no-charge-after</c> (attribute).</summary>
    public DateTimeOffset? NoChargeAfter { get; init; }

    /// <summary>The payments that the buyer agrees to. The service supported exactly one. Wire name: <c>payments/subscription-payment</c>.</summary>
    public IReadOnlyList<SubscriptionPayment> Payments { get; init; } = [];

    /// <summary>The item of each later order. It may not contain a subscription. Wire name: <c>recurrent-item</c>.</summary>
    public Item? RecurrentItem { get; init; }
}

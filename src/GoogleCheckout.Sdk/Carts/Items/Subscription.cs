namespace GoogleCheckout.Carts;

/// <summary>How an item is paid for again and again, a beta feature of the service. Schema type <c>Subscription</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record Subscription
{
    /// <summary>Who starts each payment, one of <see cref="SubscriptionTypes"/>. Wire name: <c>type</c> (attribute).</summary>
    public required string Type { get; init; }

    /// <summary>How often a payment is due. Wire name: <c>period</c> (attribute).</summary>
    public required DatePeriod Period { get; init; }

    /// <summary>
    /// When the first payment is due. The service takes one period after the order instead where the item has a price
    /// of its own. Wire name: <c>start-date</c> (attribute).
    /// </summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>After this no payment may be taken; null for no end. Wire name: <c>no-charge-after</c> (attribute).</summary>
    public DateTimeOffset? NoChargeAfter { get; init; }

    /// <summary>What the buyer agrees to pay; the service supported exactly one. Wire name: <c>payments/subscription-payment</c>.</summary>
    public IReadOnlyList<SubscriptionPayment> Payments { get; init; } = [];

    /// <summary>The item of each later order; it may not be a subscription itself. Wire name: <c>recurrent-item</c>.</summary>
    public Item? RecurrentItem { get; init; }
}

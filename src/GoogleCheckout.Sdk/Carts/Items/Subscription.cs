namespace GoogleCheckout.Carts;

/// <summary>How an item is paid for again and again, a beta feature of the service. Schema type <c>Subscription</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record Subscription
{
    /// <summary>Who starts each payment, one of <see cref="SubscriptionTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>How often a payment is due.</summary>
    public required DatePeriod Period { get; init; }

    /// <summary>When the first payment is due. The service takes one period after the order instead where the item has a price of its own.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>After this no payment may be taken; null for no end.</summary>
    public DateTimeOffset? NoChargeAfter { get; init; }

    /// <summary>What the buyer agrees to pay; the service supported exactly one.</summary>
    public IReadOnlyList<SubscriptionPayment> Payments { get; init; } = [];

    /// <summary>The item of each later order; it may not be a subscription itself.</summary>
    public Item? RecurrentItem { get; init; }
}

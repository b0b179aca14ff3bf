namespace GoogleCheckout.Carts;

/// <summary>The limit a buyer sets on the payments of a subscription. Schema type <c>SubscriptionPayment</c>.</summary>
public sealed record SubscriptionPayment
{
    /// <summary>The most one payment may be, tax included. Wire name: <c>maximum-charge</c>.</summary>
    public required Money MaximumCharge { get; init; }

    /// <summary>How many payments; null for no limit. Wire name: <c>times</c> (attribute).</summary>
    public int? Times { get; init; }
}

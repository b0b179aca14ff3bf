namespace GoogleCheckout.Carts;

/// <summary>The limits of a subscription's payments that the buyer agrees to. Schema type <c>SubscriptionPayment</c>.</summary>
public sealed record SubscriptionPayment
{
    /// <summary>The maximum amount of one payment, including tax. Wire name: <c>maximum-charge</c>.</summary>
    public required Money MaximumCharge { get; init; }

    /// <summary>The number of payments, 1 or more; null for no limit. Wire name: <c>times</c> (attribute).</summary>
    public int? Times { get; init; }
}

namespace GoogleCheckout.Orders;

/// <summary>A coupon or gift certificate that was applied to an order.</summary>
public abstract record MerchantCodeAdjustment
{
    private protected MerchantCodeAdjustment()
    {
    }

    /// <summary>The code that the buyer entered. Wire name: <c>code</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The amount by which the code reduced the order total. Wire name: <c>applied-amount</c>.</summary>
    public required Money AppliedAmount { get; init; }

    /// <summary>
    /// The value of the code in the merchant's calculation; null if absent. Larger than the applied amount if the order total was less.
    /// Wire name: <c>calculated-amount</c>.
    /// </summary>
    public Money? CalculatedAmount { get; init; }

    /// <summary>The message about the code in the merchant's calculation, which the buyer saw; null if absent. Wire name: <c>message</c>.</summary>
    public string? Message { get; init; }

    /// <summary>Returns the name of the type only: a code can be worth money.</summary>
    /// <returns>The name of the type.</returns>
    public sealed override string ToString() => GetType().Name;
}

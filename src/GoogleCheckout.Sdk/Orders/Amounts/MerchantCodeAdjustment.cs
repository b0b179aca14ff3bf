namespace GoogleCheckout.Orders;

/// <summary>A coupon or gift certificate that made an order cheaper.</summary>
public abstract record MerchantCodeAdjustment
{
    private protected MerchantCodeAdjustment()
    {
    }

    /// <summary>The code the buyer typed in. Wire name: <c>code</c>.</summary>
    public required string Code { get; init; }

    /// <summary>By how much the order became cheaper. Wire name: <c>applied-amount</c>.</summary>
    public required Money AppliedAmount { get; init; }

    /// <summary>
    /// What the merchant's calculation said it is worth; the order may have been too small for all of it.
    /// Wire name: <c>calculated-amount</c>.
    /// </summary>
    public Money? CalculatedAmount { get; init; }

    /// <summary>What the merchant's calculation told the buyer. Wire name: <c>message</c>.</summary>
    public string? Message { get; init; }

    /// <summary>The type's name only: a code is worth money.</summary>
    public sealed override string ToString() => GetType().Name;
}

namespace GoogleCheckout.Orders;

/// <summary>A coupon or gift certificate that made an order cheaper.</summary>
public abstract record MerchantCodeAdjustment
{
    private protected MerchantCodeAdjustment()
    {
    }

    /// <summary>The code the buyer typed in.</summary>
    public required string Code { get; init; }

    /// <summary>By how much the order became cheaper.</summary>
    public required Money AppliedAmount { get; init; }

    /// <summary>What the merchant's calculation said it is worth; the order may have been too small for all of it.</summary>
    public Money? CalculatedAmount { get; init; }

    /// <summary>What the merchant's calculation told the buyer.</summary>
    public string? Message { get; init; }

    /// <summary>The type's name only: a code is worth money.</summary>
    public sealed override string ToString() => GetType().Name;
}

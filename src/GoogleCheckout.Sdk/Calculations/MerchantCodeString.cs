namespace GoogleCheckout.Calculations;

/// <summary>A code that the buyer entered. The merchant determines whether it is a coupon or a gift certificate. Schema type <c>MerchantCodeString</c>.</summary>
public sealed record MerchantCodeString
{
    /// <summary>The code as the buyer entered it. Wire name: <c>code</c> (attribute).</summary>
    public required string Code { get; init; }

    /// <summary>Returns the name of the type only: a code can be worth money, so it must not appear in logs.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(MerchantCodeString);
}

namespace GoogleCheckout.Calculations;

/// <summary>A code the buyer entered. Whether it is a coupon or a gift certificate, the shop says. Schema type <c>MerchantCodeString</c>.</summary>
public sealed record MerchantCodeString
{
    /// <summary>The code as the buyer wrote it. Wire name: <c>code</c> (attribute).</summary>
    public required string Code { get; init; }

    /// <summary>The type's name only: a code that may be worth money belongs in no log.</summary>
    public override string ToString() => nameof(MerchantCodeString);
}

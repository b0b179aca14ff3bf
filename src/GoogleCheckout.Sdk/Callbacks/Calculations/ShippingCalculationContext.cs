namespace GoogleCheckout.Calculations;

/// <summary>The address and the shipping method whose price <see cref="MerchantCalculator.CalculateShippingAsync"/> calculates.</summary>
public sealed record ShippingCalculationContext : CalculationContext
{
    /// <summary>The destination, without the buyer's name and street.</summary>
    public required AnonymousAddress Address { get; init; }

    /// <summary>The name of the shipping method in the cart.</summary>
    public required string ShippingName { get; init; }
}

namespace GoogleCheckout.Calculations;

/// <summary>What does it cost to ship the cart to this address, this way?</summary>
public sealed record ShippingCalculationContext : CalculationContext
{
    /// <summary>Where to; without a name and a street.</summary>
    public required AnonymousAddress Address { get; init; }

    /// <summary>The way of shipping, by the name the cart gave it.</summary>
    public required string ShippingName { get; init; }
}

namespace GoogleCheckout.Calculations;

/// <summary>The address and the shipping method for which <see cref="MerchantCalculator.CalculateTaxAsync"/> calculates the tax of the order.</summary>
public sealed record TaxCalculationContext : CalculationContext
{
    /// <summary>The destination, without the buyer's name and street.</summary>
    public required AnonymousAddress Address { get; init; }

    /// <summary>The name of the shipping method in the cart; null if the callback names no shipping methods.</summary>
    public string? ShippingName { get; init; }

    /// <summary>The calculated price of shipping to this address with this method; null if the callback names no shipping methods.</summary>
    public Money? ShippingRate { get; init; }
}

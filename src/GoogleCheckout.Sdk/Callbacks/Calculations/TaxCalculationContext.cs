namespace GoogleCheckout.Calculations;

/// <summary>What is the tax of the whole order, if it goes to this address, this way?</summary>
public sealed record TaxCalculationContext : CalculationContext
{
    /// <summary>Where to; without a name and a street.</summary>
    public required AnonymousAddress Address { get; init; }

    /// <summary>The way of shipping, by the name the cart gave it; null where none is asked about.</summary>
    public string? ShippingName { get; init; }

    /// <summary>What was answered about shipping there, that way; null where it is not asked about.</summary>
    public Money? ShippingRate { get; init; }
}

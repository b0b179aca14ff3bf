namespace GoogleCheckout.Carts;

/// <summary>A shipping option that a buyer may choose.</summary>
public sealed record ShippingOption
{
    /// <summary>The name that the buyer sees: the name of the method in the cart, or a carrier and its service, for example <c>UPS Ground</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The price in the cart. For a merchant-calculated or carrier-calculated option, the fallback price if they do not respond.</summary>
    public required Money Price { get; init; }

    /// <summary>The shipping method in the cart.</summary>
    public required ShippingMethod Method { get; init; }

    /// <summary>The carrier's option in the shipping method; null if the method has no options.</summary>
    public CarrierCalculatedShippingOption? CarrierOption { get; init; }

    /// <summary>
    /// Whether the option is available at the address for <see cref="Price"/>. False only for a merchant-calculated method whose
    /// <see cref="MerchantCalculatedShipping.ShippingRestrictions"/> exclude the address: the option then needs the merchant's result.
    /// </summary>
    public bool CanUseFallbackPrice { get; init; } = true;

    /// <summary>Whether the merchant calculates the price.</summary>
    public bool IsMerchantCalculated => Method is MerchantCalculatedShipping;

    /// <summary>Whether a carrier calculates the price.</summary>
    public bool IsCarrierCalculated => Method is CarrierCalculatedShipping;
}

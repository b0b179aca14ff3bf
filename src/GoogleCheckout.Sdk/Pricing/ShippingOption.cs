namespace GoogleCheckout.Carts;

/// <summary>A way of shipping that a buyer may choose.</summary>
public sealed record ShippingOption
{
    /// <summary>What the buyer knows it by: the name in the cart, or a carrier and its service, such as <c>UPS Ground</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The price in the cart. Where the merchant or a carrier is asked, the one that holds without their answer.</summary>
    public required Money Price { get; init; }

    /// <summary>The method of the cart.</summary>
    public required ShippingMethod Method { get; init; }

    /// <summary>Which of the method's options it is; null for a method without options.</summary>
    public CarrierCalculatedShippingOption? CarrierOption { get; init; }

    /// <summary>
    /// Whether the order may go to the address at <see cref="Price"/>. False only for a merchant-calculated method whose
    /// <see cref="MerchantCalculatedShipping.ShippingRestrictions"/> are against it: such a one needs the merchant's answer.
    /// </summary>
    public bool CanUseFallbackPrice { get; init; } = true;

    /// <summary>Whether the merchant is asked for the price.</summary>
    public bool IsMerchantCalculated => Method is MerchantCalculatedShipping;

    /// <summary>Whether a carrier is asked for the price.</summary>
    public bool IsCarrierCalculated => Method is CarrierCalculatedShipping;
}

namespace GoogleCheckout.Carts;

/// <summary>
/// Shipping at the prices of FedEx, UPS and USPS, which the service requests from them. Available only within the United
/// States and in USD; every shipped item needs an <see cref="Item.ItemWeight"/>. Schema type <c>CarrierCalculatedShipping</c>.
/// </summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record CarrierCalculatedShipping : ShippingMethod
{
    /// <summary>
    /// The options that the buyer may choose from. Each combination of carrier and service must be unique.
    /// Wire name: <c>carrier-calculated-shipping-options/carrier-calculated-shipping-option</c>.
    /// </summary>
    public IReadOnlyList<CarrierCalculatedShippingOption> CarrierCalculatedShippingOptions { get; init; } = [];

    /// <summary>The parcel; the service supported exactly one. Wire name: <c>shipping-packages/shipping-package</c>.</summary>
    public IReadOnlyList<ShippingPackage> ShippingPackages { get; init; } = [];
}

namespace GoogleCheckout.Carts;

/// <summary>
/// Shipping at the prices of FedEx, UPS and USPS, which the service asks for; only within the United States, only in
/// USD, and every item needs its <see cref="Item.ItemWeight"/>. Schema type <c>CarrierCalculatedShipping</c>.
/// </summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record CarrierCalculatedShipping : ShippingMethod
{
    /// <summary>
    /// What the buyer may choose from, each company's service once.
    /// Wire name: <c>carrier-calculated-shipping-options/carrier-calculated-shipping-option</c>.
    /// </summary>
    public IReadOnlyList<CarrierCalculatedShippingOption> CarrierCalculatedShippingOptions { get; init; } = [];

    /// <summary>The parcel; the service supported exactly one. Wire name: <c>shipping-packages/shipping-package</c>.</summary>
    public IReadOnlyList<ShippingPackage> ShippingPackages { get; init; } = [];
}

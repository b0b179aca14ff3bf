namespace GoogleCheckout.Carts;

/// <summary>
/// Shipping at a price that the merchant calculates during the checkout. A cart cannot combine it with other kinds of shipping
/// methods. It requires <see cref="MerchantCalculations.MerchantCalculationsUrl"/>. Schema type <c>MerchantCalculatedShipping</c>.
/// </summary>
public sealed record MerchantCalculatedShipping : ShippingMethod
{
    /// <summary>
    /// The name that the buyer sees, 1 to 255 characters, unique in the cart.
    /// Wire name: <c>name</c> (attribute).
    /// </summary>
    public required string Name { get; init; }

    /// <summary>The price of shipping the whole order if the merchant does not respond in time, 0 or more. Wire name: <c>price</c>.</summary>
    public required Money Price { get; init; }

    /// <summary>
    /// The areas for which the method is available; the service sends no callback for other addresses. Null for the merchant's country.
    /// See <see cref="ShippingRestrictions.AllowedAreas"/>.
    /// Wire name: <c>address-filters</c>.
    /// </summary>
    public ShippingRestrictions? AddressFilters { get; init; }

    /// <summary>
    /// The areas to which the method ships at <see cref="Price"/> if the merchant does not respond; null for the merchant's country. See
    /// <see cref="ShippingRestrictions.AllowedAreas"/>.
    /// Wire name: <c>shipping-restrictions</c>.
    /// </summary>
    public ShippingRestrictions? ShippingRestrictions { get; init; }
}

namespace GoogleCheckout.Carts;

/// <summary>
/// Shipping at a price the shop works out while the buyer waits. It does not mix with other kinds in one cart, and needs
/// <see cref="MerchantCalculations.MerchantCalculationsUrl"/>. Schema type <c>MerchantCalculatedShipping</c>.
/// </summary>
public sealed record MerchantCalculatedShipping : ShippingMethod
{
    /// <summary>
    /// What the buyer knows it by, 1 to 255 characters; no other method of the cart may have this name.
    /// Wire name: <c>name</c> (attribute).
    /// </summary>
    public required string Name { get; init; }

    /// <summary>What shipping the whole order costs where the shop gives no answer in time, 0 or more. Wire name: <c>price</c>.</summary>
    public required Money Price { get; init; }

    /// <summary>
    /// Where it may go at all; the shop is not asked about other addresses. Null for everywhere.
    /// Wire name: <c>address-filters</c>.
    /// </summary>
    public ShippingRestrictions? AddressFilters { get; init; }

    /// <summary>
    /// Where it may go at <see cref="Price"/>, when the shop gave no answer; null for everywhere.
    /// Wire name: <c>shipping-restrictions</c>.
    /// </summary>
    public ShippingRestrictions? ShippingRestrictions { get; init; }
}

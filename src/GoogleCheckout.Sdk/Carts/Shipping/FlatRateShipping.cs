namespace GoogleCheckout.Carts;

/// <summary>Shipping at the same price for all addresses. Schema type <c>FlatRateShipping</c>.</summary>
public sealed record FlatRateShipping : ShippingMethod
{
    /// <summary>
    /// The name that the buyer sees, 1 to 255 characters, unique in the cart.
    /// Wire name: <c>name</c> (attribute).
    /// </summary>
    public required string Name { get; init; }

    /// <summary>The price of shipping the whole order, 0 or more. Wire name: <c>price</c>.</summary>
    public required Money Price { get; init; }

    /// <summary>The areas to which the method ships; null for the merchant's country. See <see cref="ShippingRestrictions.AllowedAreas"/>. Wire name: <c>shipping-restrictions</c>.</summary>
    public ShippingRestrictions? ShippingRestrictions { get; init; }
}

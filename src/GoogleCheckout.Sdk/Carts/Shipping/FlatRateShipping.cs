namespace GoogleCheckout.Carts;

/// <summary>Shipping at one price wherever it may go. Schema type <c>FlatRateShipping</c>.</summary>
public sealed record FlatRateShipping : ShippingMethod
{
    /// <summary>
    /// What the buyer knows it by, 1 to 255 characters; no other method of the cart may have this name.
    /// Wire name: <c>name</c> (attribute).
    /// </summary>
    public required string Name { get; init; }

    /// <summary>What shipping the whole order costs, 0 or more. Wire name: <c>price</c>.</summary>
    public required Money Price { get; init; }

    /// <summary>Where it may go; null for everywhere. Wire name: <c>shipping-restrictions</c>.</summary>
    public ShippingRestrictions? ShippingRestrictions { get; init; }
}

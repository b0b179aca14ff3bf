namespace GoogleCheckout.Carts;

/// <summary>A shipping method for buyers who collect the order from the merchant. Schema type <c>Pickup</c>.</summary>
public sealed record Pickup : ShippingMethod
{
    /// <summary>
    /// The name that the buyer sees, 1 to 255 characters, unique in the cart.
    /// Wire name: <c>name</c> (attribute).
    /// </summary>
    public required string Name { get; init; }

    /// <summary>The price of the pickup, 0 or more. Wire name: <c>price</c>.</summary>
    public required Money Price { get; init; }
}

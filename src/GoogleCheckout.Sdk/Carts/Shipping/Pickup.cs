namespace GoogleCheckout.Carts;

/// <summary>The buyer fetches the order from the shop. Schema type <c>Pickup</c>.</summary>
public sealed record Pickup : ShippingMethod
{
    /// <summary>
    /// What the buyer knows it by, 1 to 255 characters; no other method of the cart may have this name.
    /// Wire name: <c>name</c> (attribute).
    /// </summary>
    public required string Name { get; init; }

    /// <summary>What fetching the order costs, 0 or more. Wire name: <c>price</c>.</summary>
    public required Money Price { get; init; }
}

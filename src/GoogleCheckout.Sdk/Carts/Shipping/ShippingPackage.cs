namespace GoogleCheckout.Carts;

/// <summary>A parcel for which a carrier calculates the price. Schema type <c>ShippingPackage</c>.</summary>
public sealed record ShippingPackage
{
    /// <summary>The address, in the United States, from which the parcel is shipped. Wire name: <c>ship-from</c>.</summary>
    public required AnonymousAddress ShipFrom { get; init; }

    /// <summary>The length; null if unknown. Wire name: <c>length</c>.</summary>
    public Dimension? Length { get; init; }

    /// <summary>The width; null if unknown. Wire name: <c>width</c>.</summary>
    public Dimension? Width { get; init; }

    /// <summary>The height; null if unknown. Wire name: <c>height</c>.</summary>
    public Dimension? Height { get; init; }

    /// <summary>
    /// The kind of the destination, one of <see cref="DeliveryAddressCategories"/>; null if unknown.
    /// Wire name: <c>delivery-address-category</c>.
    /// </summary>
    public string? DeliveryAddressCategory { get; init; }
}

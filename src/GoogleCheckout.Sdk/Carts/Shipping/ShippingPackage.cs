namespace GoogleCheckout.Carts;

/// <summary>A parcel that a carrier is to price. Schema type <c>ShippingPackage</c>.</summary>
public sealed record ShippingPackage
{
    /// <summary>Where the parcel starts, in the United States. Wire name: <c>ship-from</c>.</summary>
    public required AnonymousAddress ShipFrom { get; init; }

    /// <summary>The length. Wire name: <c>length</c>.</summary>
    public Dimension? Length { get; init; }

    /// <summary>The width. Wire name: <c>width</c>.</summary>
    public Dimension? Width { get; init; }

    /// <summary>The height. Wire name: <c>height</c>.</summary>
    public Dimension? Height { get; init; }

    /// <summary>
    /// Whether it goes to a home or to a business, one of <see cref="DeliveryAddressCategories"/>.
    /// Wire name: <c>delivery-address-category</c>.
    /// </summary>
    public string? DeliveryAddressCategory { get; init; }
}

namespace GoogleCheckout.Carts;

/// <summary>A parcel that a carrier is to price. Schema type <c>ShippingPackage</c>.</summary>
public sealed record ShippingPackage
{
    /// <summary>Where the parcel starts, in the United States.</summary>
    public required AnonymousAddress ShipFrom { get; init; }

    /// <summary>The length.</summary>
    public Dimension? Length { get; init; }

    /// <summary>The width.</summary>
    public Dimension? Width { get; init; }

    /// <summary>The height.</summary>
    public Dimension? Height { get; init; }

    /// <summary>Whether it goes to a home or to a business, one of <see cref="DeliveryAddressCategories"/>.</summary>
    public string? DeliveryAddressCategory { get; init; }
}

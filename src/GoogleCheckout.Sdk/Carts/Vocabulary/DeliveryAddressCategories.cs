namespace GoogleCheckout.Carts;

/// <summary>Known values of <see cref="ShippingPackage.DeliveryAddressCategory"/>.</summary>
public static class DeliveryAddressCategories
{
    /// <summary>A business.</summary>
    public const string Commercial = "COMMERCIAL";

    /// <summary>A home.</summary>
    public const string Residential = "RESIDENTIAL";
}

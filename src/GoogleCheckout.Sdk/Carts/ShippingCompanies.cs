namespace GoogleCheckout.Carts;

/// <summary>Known values of <see cref="CarrierCalculatedShippingOption.ShippingCompany"/>.</summary>
public static class ShippingCompanies
{
    /// <summary>FedEx.</summary>
    public const string FedEx = "FedEx";

    /// <summary>United Parcel Service.</summary>
    public const string Ups = "UPS";

    /// <summary>United States Postal Service.</summary>
    public const string Usps = "USPS";
}

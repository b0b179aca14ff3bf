using System.Diagnostics.CodeAnalysis;

namespace GoogleCheckout.Carts;

/// <summary>Known values of <see cref="CarrierCalculatedShippingOption.ShippingCompany"/>.</summary>
public static class ShippingCompanies
{
    /// <summary>FedEx.</summary>
    [SuppressMessage("Naming", "CA1711", Justification = "The name of the company.")]
    public const string FedEx = "FedEx";

    /// <summary>United Parcel Service.</summary>
    public const string UPS = "UPS";

    /// <summary>United States Postal Service.</summary>
    public const string USPS = "USPS";
}

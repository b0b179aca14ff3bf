using System.Diagnostics.CodeAnalysis;

namespace GoogleCheckout.Orders;

/// <summary>The carriers whose parcels the service can track, for <see cref="TrackingData.Carrier"/>.</summary>
public static class Carriers
{
    /// <summary>DHL.</summary>
    public const string DHL = "DHL";

    /// <summary>FedEx.</summary>
    [SuppressMessage("Naming", "CA1711", Justification = "The spelling of the company's name.")]
    public const string FedEx = "FedEx";

    /// <summary>United Parcel Service.</summary>
    public const string UPS = "UPS";

    /// <summary>United States Postal Service.</summary>
    public const string USPS = "USPS";

    /// <summary>Any other carrier.</summary>
    public const string Other = "Other";
}

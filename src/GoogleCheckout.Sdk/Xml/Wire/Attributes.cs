using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>Every attribute name of the protocol, each written here once. Attributes are in no namespace.</summary>
internal static class Attributes
{
    public static readonly XName AddressId = "address-id";
    public static readonly XName Code = "code";
    public static readonly XName CountryArea = "country-area";
    public static readonly XName Currency = "currency";
    public static readonly XName EndDate = "end-date";
    public static readonly XName From = "from";
    public static readonly XName GoogleOrderNumber = "google-order-number";
    public static readonly XName Id = "id";
    public static readonly XName MaxChars = "max-chars";
    public static readonly XName MaxLineLength = "max-line-length";
    public static readonly XName MaxLines = "max-lines";
    public static readonly XName MerchantCalculated = "merchant-calculated";
    public static readonly XName Message = "message";
    public static readonly XName Name = "name";
    public static readonly XName NoChargeAfter = "no-charge-after";
    public static readonly XName Period = "period";
    public static readonly XName SerialNumber = "serial-number";
    public static readonly XName ShippingName = "shipping-name";
    public static readonly XName Standalone = "standalone";
    public static readonly XName StartDate = "start-date";
    public static readonly XName Times = "times";
    public static readonly XName To = "to";
    public static readonly XName Type = "type";
    public static readonly XName Unit = "unit";
    public static readonly XName Url = "url";
    public static readonly XName Value = "value";

    public static IReadOnlyList<XName> All { get; } =
    [
        AddressId,
        Code,
        CountryArea,
        Currency,
        EndDate,
        From,
        GoogleOrderNumber,
        Id,
        MaxChars,
        MaxLineLength,
        MaxLines,
        MerchantCalculated,
        Message,
        Name,
        NoChargeAfter,
        Period,
        SerialNumber,
        ShippingName,
        Standalone,
        StartDate,
        Times,
        To,
        Type,
        Unit,
        Url,
        Value,
    ];
}

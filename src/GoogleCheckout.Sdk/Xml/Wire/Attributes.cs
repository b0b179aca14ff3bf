using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>The attribute names of the protocol. Attributes are in no namespace.</summary>
internal static class Attributes
{
    private static readonly List<XName> Names = [];

    public static readonly XName AddressId = Add("address-id");
    public static readonly XName Code = Add("code");
    public static readonly XName CountryArea = Add("country-area");
    public static readonly XName Currency = Add("currency");
    public static readonly XName EndDate = Add("end-date");
    public static readonly XName From = Add("from");
    public static readonly XName GoogleOrderNumber = Add("google-order-number");
    public static readonly XName Id = Add("id");
    public static readonly XName MaxChars = Add("max-chars");
    public static readonly XName MaxLineLength = Add("max-line-length");
    public static readonly XName MaxLines = Add("max-lines");
    public static readonly XName MerchantCalculated = Add("merchant-calculated");
    public static readonly XName Message = Add("message");
    public static readonly XName Name = Add("name");
    public static readonly XName NoChargeAfter = Add("no-charge-after");
    public static readonly XName Period = Add("period");
    public static readonly XName SerialNumber = Add("serial-number");
    public static readonly XName ShippingName = Add("shipping-name");
    public static readonly XName Standalone = Add("standalone");
    public static readonly XName StartDate = Add("start-date");
    public static readonly XName Times = Add("times");
    public static readonly XName To = Add("to");
    public static readonly XName Type = Add("type");
    public static readonly XName Unit = Add("unit");
    public static readonly XName Url = Add("url");
    public static readonly XName Value = Add("value");

    /// <summary>All attribute names.</summary>
    public static IReadOnlyList<XName> All => Names;

    private static XName Add(string localName)
    {
        Names.Add(localName);
        return localName;
    }
}

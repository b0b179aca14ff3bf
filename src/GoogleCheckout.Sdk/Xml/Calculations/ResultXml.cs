using System.Xml.Linq;
using GoogleCheckout.Calculations;

namespace GoogleCheckout.Xml.Calculations;

internal static class ResultXml
{
    public static Result Read(WireElement element) => new()
    {
        AddressId = element.RequiredAttribute(Attributes.AddressId),
        ShippingName = element.OptionalAttribute(Attributes.ShippingName),
        ShippingRate = element.OptionalMoney(Elements.ShippingRate),
        Shippable = element.OptionalBoolean(Elements.Shippable),
        TotalTax = element.OptionalMoney(Elements.TotalTax),
        MerchantCodeResults = element.Element(Elements.MerchantCodeResults).Items(MerchantCodeResultXml.Read),
    };

    public static void Write(WireWriter writer, XName name, Result result)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.AddressId, result.AddressId);
        writer.Attribute(Attributes.ShippingName, result.ShippingName);
        writer.NonNegativeMoney(Elements.ShippingRate, result.ShippingRate);
        writer.Boolean(Elements.Shippable, result.Shippable);
        writer.NonNegativeMoney(Elements.TotalTax, result.TotalTax);
        writer.List(Elements.MerchantCodeResults, result.MerchantCodeResults, MerchantCodeResultXml.Write);
        writer.End();
    }
}

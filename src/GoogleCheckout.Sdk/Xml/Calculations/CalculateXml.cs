using System.Xml.Linq;
using GoogleCheckout.Calculations;

namespace GoogleCheckout.Xml.Calculations;

internal static class CalculateXml
{
    public static Calculate Read(WireElement element) => new()
    {
        Addresses = element.Element(Elements.Addresses).Items(Elements.AnonymousAddress, AnonymousAddressXml.Read),
        Tax = element.OptionalBoolean(Elements.Tax),
        Shipping = element.Element(Elements.Shipping).Items(Elements.Method, MethodXml.Read),
        MerchantCodeStrings = element.Element(Elements.MerchantCodeStrings).Items(Elements.MerchantCodeString, MerchantCodeStringXml.Read),
    };

    public static void Write(WireWriter writer, XName name, Calculate calculate)
    {
        writer.Start(name);
        writer.List(Elements.Addresses, calculate.Addresses, Elements.AnonymousAddress, AnonymousAddressXml.Write);
        writer.RequiredBoolean(Elements.Tax, calculate.Tax);
        writer.List(Elements.Shipping, calculate.Shipping, Elements.Method, MethodXml.Write);
        writer.List(Elements.MerchantCodeStrings, calculate.MerchantCodeStrings, Elements.MerchantCodeString, MerchantCodeStringXml.Write);
        writer.End();
    }
}

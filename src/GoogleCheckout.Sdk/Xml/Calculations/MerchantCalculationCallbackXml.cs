using System.Xml.Linq;
using GoogleCheckout.Calculations;
using GoogleCheckout.Xml.Carts;

namespace GoogleCheckout.Xml.Calculations;

internal static class MerchantCalculationCallbackXml
{
    public static MerchantCalculationCallback Read(WireElement element) => new()
    {
        SerialNumber = element.OptionalIdentifierAttribute(Attributes.SerialNumber),
        ShoppingCart = element.Required(Elements.ShoppingCart, ShoppingCartXml.Read),
        BuyerId = element.Int64IfValid(Elements.BuyerId),
        BuyerLanguage = element.RequiredText(Elements.BuyerLanguage),
        Calculate = element.Required(Elements.Calculate, CalculateXml.Read),
    };

    public static void Write(WireWriter writer, XName name, MerchantCalculationCallback callback)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.SerialNumber, callback.SerialNumber);
        writer.RequiredChild(Elements.ShoppingCart, callback.ShoppingCart, ShoppingCartXml.Write);
        writer.Int64(Elements.BuyerId, callback.BuyerId);
        writer.RequiredText(Elements.BuyerLanguage, callback.BuyerLanguage);
        writer.RequiredChild(Elements.Calculate, callback.Calculate, CalculateXml.Write);
        writer.End();
    }
}

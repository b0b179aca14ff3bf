using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class ShoppingCartXml
{
    public static ShoppingCart Read(WireElement element) => new()
    {
        CartExpiration = element.Optional(Elements.CartExpiration, CartExpirationXml.Read),
        Items = element.Element(Elements.Items).RequiredItems(Elements.Item, ItemXml.Read),
        MerchantPrivateData = element.Optional(Elements.MerchantPrivateData, PrivateDataXml.Read),
        BuyerMessages = element.Element(Elements.BuyerMessages).Items(BuyerMessageXml.Read),
    };

    public static void Write(WireWriter writer, XName name, ShoppingCart cart)
    {
        writer.Start(name);
        writer.Child(Elements.CartExpiration, cart.CartExpiration, CartExpirationXml.Write);
        writer.RequiredList(Elements.Items, cart.Items, Elements.Item, ItemXml.Write);
        writer.Child(Elements.MerchantPrivateData, cart.MerchantPrivateData, PrivateDataXml.Write);
        writer.List(Elements.BuyerMessages, cart.BuyerMessages, BuyerMessageXml.Write);
        writer.End();
    }
}

using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class CheckoutShoppingCartXml
{
    public static CheckoutShoppingCart Read(WireElement element)
    {
        RepeatedElements.Reject(element);
        return ReadParts(element);
    }

    private static CheckoutShoppingCart ReadParts(WireElement element) => new()
    {
        ShoppingCart = element.Required(Elements.ShoppingCart, ShoppingCartXml.Read),
        CheckoutFlowSupport = element.Element(Elements.CheckoutFlowSupport)?
            .Optional(Elements.MerchantCheckoutFlowSupport, MerchantCheckoutFlowSupportXml.Read),
        OrderProcessingSupport = element.Optional(Elements.OrderProcessingSupport, OrderProcessingSupportXml.Read),
    };

    public static void Write(WireWriter writer, XName name, CheckoutShoppingCart cart)
    {
        writer.Start(name);
        writer.RequiredChild(Elements.ShoppingCart, cart.ShoppingCart, ShoppingCartXml.Write);
        if (cart.CheckoutFlowSupport is { } support)
        {
            writer.Start(Elements.CheckoutFlowSupport);
            MerchantCheckoutFlowSupportXml.Write(writer, Elements.MerchantCheckoutFlowSupport, support);
            writer.End();
        }

        writer.Child(Elements.OrderProcessingSupport, cart.OrderProcessingSupport, OrderProcessingSupportXml.Write);
        writer.End();
    }
}

using System.Xml.Linq;
using GoogleCheckout.Orders;
using GoogleCheckout.Xml.Carts;

namespace GoogleCheckout.Xml.Orders;

internal static class CreateOrderRecurrenceRequestXml
{
    public static CreateOrderRecurrenceRequest Read(WireElement element) => new()
    {
        GoogleOrderNumber = element.RequiredIdentifierAttribute(Attributes.GoogleOrderNumber).Trim(),
        ShoppingCart = element.Required(Elements.ShoppingCart, ShoppingCartXml.Read),
    };

    public static void Write(WireWriter writer, XName name, CreateOrderRecurrenceRequest request)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.GoogleOrderNumber, request.GoogleOrderNumber);
        writer.RequiredChild(Elements.ShoppingCart, request.ShoppingCart, ShoppingCartXml.Write);
        writer.End();
    }
}

using System.Xml.Linq;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

internal static class ChargeOrderRequestXml
{
    public static ChargeOrderRequest Read(WireElement element) => new()
    {
        GoogleOrderNumber = element.RequiredIdentifierAttribute(Attributes.GoogleOrderNumber).Trim(),
        Amount = element.OptionalMoneyOrFullAmount(Elements.Amount),
    };

    public static void Write(WireWriter writer, XName name, ChargeOrderRequest request)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.GoogleOrderNumber, request.GoogleOrderNumber);
        writer.Money(Elements.Amount, request.Amount);
        writer.End();
    }
}

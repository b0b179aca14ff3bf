using System.Xml.Linq;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

internal static class RefundOrderRequestXml
{
    public static RefundOrderRequest Read(WireElement element) => new()
    {
        GoogleOrderNumber = element.RequiredIdentifierAttribute(Attributes.GoogleOrderNumber).Trim(),
        Amount = element.OptionalMoneyOrFullAmount(Elements.Amount),
        Reason = element.RequiredText(Elements.Reason),
        Comment = element.OptionalText(Elements.Comment),
    };

    public static void Write(WireWriter writer, XName name, RefundOrderRequest request)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.GoogleOrderNumber, request.GoogleOrderNumber);
        writer.Money(Elements.Amount, request.Amount);
        writer.RequiredText(Elements.Reason, request.Reason);
        writer.Text(Elements.Comment, request.Comment);
        writer.End();
    }
}

using System.Xml.Linq;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

internal static class CancelOrderRequestXml
{
    public static CancelOrderRequest Read(WireElement element) => new()
    {
        GoogleOrderNumber = element.RequiredIdentifierAttribute(Attributes.GoogleOrderNumber).Trim(),
        Reason = element.RequiredText(Elements.Reason),
        Comment = element.OptionalText(Elements.Comment),
    };

    public static void Write(WireWriter writer, XName name, CancelOrderRequest request)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.GoogleOrderNumber, request.GoogleOrderNumber);
        writer.RequiredText(Elements.Reason, request.Reason);
        writer.Text(Elements.Comment, request.Comment);
        writer.End();
    }
}

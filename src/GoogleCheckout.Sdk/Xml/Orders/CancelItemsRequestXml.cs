using System.Xml.Linq;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

internal static class CancelItemsRequestXml
{
    public static CancelItemsRequest Read(WireElement element) => new()
    {
        GoogleOrderNumber = element.RequiredIdentifierAttribute(Attributes.GoogleOrderNumber).Trim(),
        ItemIds = element.Element(Elements.ItemIds).Items(Elements.ItemId, ItemIdXml.Read),
        Reason = element.OptionalText(Elements.Reason),
        Comment = element.OptionalText(Elements.Comment),
        SendEmail = element.OptionalBoolean(Elements.SendEmail),
    };

    public static void Write(WireWriter writer, XName name, CancelItemsRequest request)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.GoogleOrderNumber, request.GoogleOrderNumber);
        writer.RequiredList(Elements.ItemIds, request.ItemIds, Elements.ItemId, ItemIdXml.Write);
        writer.RequiredText(Elements.Reason, request.Reason);
        writer.Text(Elements.Comment, request.Comment);
        writer.Boolean(Elements.SendEmail, request.SendEmail);
        writer.End();
    }
}

using System.Xml.Linq;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

internal static class ReturnItemsRequestXml
{
    public static ReturnItemsRequest Read(WireElement element) => new()
    {
        GoogleOrderNumber = element.RequiredIdentifierAttribute(Attributes.GoogleOrderNumber).Trim(),
        ItemIds = element.Element(Elements.ItemIds).Items(Elements.ItemId, ItemIdXml.Read),
        SendEmail = element.OptionalBoolean(Elements.SendEmail),
    };

    public static void Write(WireWriter writer, XName name, ReturnItemsRequest request)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.GoogleOrderNumber, request.GoogleOrderNumber);
        writer.RequiredList(Elements.ItemIds, request.ItemIds, Elements.ItemId, ItemIdXml.Write);
        writer.Boolean(Elements.SendEmail, request.SendEmail);
        writer.End();
    }
}

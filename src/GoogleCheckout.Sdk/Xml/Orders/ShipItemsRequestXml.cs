using System.Xml.Linq;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

internal static class ShipItemsRequestXml
{
    public static ShipItemsRequest Read(WireElement element) => new()
    {
        GoogleOrderNumber = element.RequiredIdentifierAttribute(Attributes.GoogleOrderNumber).Trim(),
        ItemShippingInformationList = element.Element(Elements.ItemShippingInformationList).Items(Elements.ItemShippingInformation, ItemShippingInformationXml.Read),
        SendEmail = element.OptionalBoolean(Elements.SendEmail),
    };

    public static void Write(WireWriter writer, XName name, ShipItemsRequest request)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.GoogleOrderNumber, request.GoogleOrderNumber);
        writer.RequiredList(Elements.ItemShippingInformationList, request.ItemShippingInformationList, Elements.ItemShippingInformation, ItemShippingInformationXml.Write);
        writer.Boolean(Elements.SendEmail, request.SendEmail);
        writer.End();
    }
}

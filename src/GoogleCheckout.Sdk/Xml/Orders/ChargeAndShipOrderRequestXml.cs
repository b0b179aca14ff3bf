using System.Xml.Linq;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

internal static class ChargeAndShipOrderRequestXml
{
    public static ChargeAndShipOrderRequest Read(WireElement element) => new()
    {
        GoogleOrderNumber = element.RequiredIdentifierAttribute(Attributes.GoogleOrderNumber).Trim(),
        Amount = element.OptionalMoneyOrFullAmount(Elements.Amount),
        TrackingDataList = element.Element(Elements.TrackingDataList).Items(Elements.TrackingData, TrackingDataXml.Read),
        ItemShippingInformationList = element.Element(Elements.ItemShippingInformationList).Items(Elements.ItemShippingInformation, ItemShippingInformationXml.Read),
        SendEmail = element.OptionalBoolean(Elements.SendEmail),
    };

    public static void Write(WireWriter writer, XName name, ChargeAndShipOrderRequest request)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.GoogleOrderNumber, request.GoogleOrderNumber);
        writer.Money(Elements.Amount, request.Amount);
        writer.List(Elements.TrackingDataList, request.TrackingDataList, Elements.TrackingData, TrackingDataXml.Write);
        writer.List(Elements.ItemShippingInformationList, request.ItemShippingInformationList, Elements.ItemShippingInformation, ItemShippingInformationXml.Write);
        writer.Boolean(Elements.SendEmail, request.SendEmail);
        writer.End();
    }
}

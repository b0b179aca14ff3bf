using System.Xml.Linq;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

internal static class DeliverOrderRequestXml
{
    public static DeliverOrderRequest Read(WireElement element) => new()
    {
        GoogleOrderNumber = element.RequiredIdentifierAttribute(Attributes.GoogleOrderNumber).Trim(),
        TrackingData = element.Optional(Elements.TrackingData, TrackingDataXml.Read),
        SendEmail = element.OptionalBoolean(Elements.SendEmail),
    };

    public static void Write(WireWriter writer, XName name, DeliverOrderRequest request)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.GoogleOrderNumber, request.GoogleOrderNumber);
        writer.Child(Elements.TrackingData, request.TrackingData, TrackingDataXml.Write);
        writer.Boolean(Elements.SendEmail, request.SendEmail);
        writer.End();
    }
}

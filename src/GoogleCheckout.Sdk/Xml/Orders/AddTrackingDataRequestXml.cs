using System.Xml.Linq;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

internal static class AddTrackingDataRequestXml
{
    public static AddTrackingDataRequest Read(WireElement element) => new()
    {
        GoogleOrderNumber = element.RequiredIdentifierAttribute(Attributes.GoogleOrderNumber).Trim(),
        TrackingData = element.Required(Elements.TrackingData, TrackingDataXml.Read),
    };

    public static void Write(WireWriter writer, XName name, AddTrackingDataRequest request)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.GoogleOrderNumber, request.GoogleOrderNumber);
        writer.RequiredChild(Elements.TrackingData, request.TrackingData, TrackingDataXml.Write);
        writer.End();
    }
}

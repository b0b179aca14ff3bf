using System.Xml.Linq;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

internal static class TrackingDataXml
{
    public static TrackingData Read(WireElement element) => new()
    {
        Carrier = element.RequiredText(Elements.Carrier),
        TrackingNumber = element.OptionalText(Elements.TrackingNumber),
    };

    public static void Write(WireWriter writer, XName name, TrackingData tracking)
    {
        writer.Start(name);
        writer.RequiredText(Elements.Carrier, tracking.Carrier);
        writer.Text(Elements.TrackingNumber, tracking.TrackingNumber);
        writer.End();
    }
}

using System.Xml.Linq;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Xml.Reports;

internal static class NotificationDataTokenRequestXml
{
    public static NotificationDataTokenRequest Read(WireElement element) => new()
    {
        StartTime = element.RequiredTime(Elements.StartTime),
    };

    public static void Write(WireWriter writer, XName name, NotificationDataTokenRequest request)
    {
        writer.Start(name);
        writer.Time(Elements.StartTime, request.StartTime);
        writer.End();
    }
}

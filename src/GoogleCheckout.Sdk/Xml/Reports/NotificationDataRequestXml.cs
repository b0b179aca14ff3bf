using System.Xml.Linq;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Xml.Reports;

internal static class NotificationDataRequestXml
{
    public static NotificationDataRequest Read(WireElement element) => new()
    {
        ContinueToken = element.RequiredText(Elements.ContinueToken),
    };

    public static void Write(WireWriter writer, XName name, NotificationDataRequest request)
    {
        writer.Start(name);
        writer.RequiredText(Elements.ContinueToken, request.ContinueToken);
        writer.End();
    }
}

using System.Xml.Linq;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Xml.Reports;

internal static class NotificationDataResponseXml
{
    public static NotificationDataResponse Read(WireElement element) => new()
    {
        SerialNumber = element.OptionalIdentifierAttribute(Attributes.SerialNumber),
        ContinueToken = element.OptionalText(Elements.ContinueToken),
        HasMoreNotifications = element.OptionalBoolean(Elements.HasMoreNotifications),
        Notifications = NotificationListXml.Read(element),
    };

    public static void Write(WireWriter writer, XName name, NotificationDataResponse response)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.SerialNumber, response.SerialNumber);
        writer.Text(Elements.ContinueToken, response.ContinueToken);
        writer.Boolean(Elements.HasMoreNotifications, response.HasMoreNotifications);
        writer.RequiredList(Elements.Notifications, response.Notifications, NotificationListXml.WriteOne);
        writer.End();
    }
}

using System.Xml.Linq;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Xml.Reports;

internal static class NotificationDataResponseXml
{
    public static NotificationDataResponse Read(WireElement element)
    {
        var list = NotificationListXml.Read(element);
        return new()
        {
            SerialNumber = element.IdentifierAttributeIfValid(Attributes.SerialNumber),
            ContinueToken = element.OptionalText(Elements.ContinueToken),
            HasMoreNotifications = element.OptionalBoolean(Elements.HasMoreNotifications),
            Notifications = list.Notifications,
            UnreadableNotifications = list.UnreadableNotifications,
        };
    }

    public static void Write(WireWriter writer, XName name, NotificationDataResponse response)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.SerialNumber, response.SerialNumber);
        writer.Text(Elements.ContinueToken, response.ContinueToken);
        writer.Boolean(Elements.HasMoreNotifications, response.HasMoreNotifications);
        NotificationListXml.Write(writer, response.Notifications, response.UnreadableNotifications);
        writer.End();
    }
}

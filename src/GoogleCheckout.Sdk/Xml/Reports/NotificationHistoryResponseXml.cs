using System.Xml.Linq;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Xml.Reports;

internal static class NotificationHistoryResponseXml
{
    public static NotificationHistoryResponse Read(WireElement element)
    {
        var list = NotificationListXml.Read(element);
        return new()
        {
            SerialNumber = element.IdentifierAttributeIfValid(Attributes.SerialNumber),
            Notifications = list.Notifications,
            UnreadableNotifications = list.UnreadableNotifications,
            NextPageToken = element.OptionalText(Elements.NextPageToken),
            InvalidOrderNumbers = element.Element(Elements.InvalidOrderNumbers).Items(Elements.GoogleOrderNumber, ElementReading.ReadIdentifier),
        };
    }

    public static void Write(WireWriter writer, XName name, NotificationHistoryResponse response)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.SerialNumber, response.SerialNumber);
        NotificationListXml.Write(writer, response.Notifications, response.UnreadableNotifications);
        writer.Text(Elements.NextPageToken, response.NextPageToken);
        writer.List(Elements.InvalidOrderNumbers, response.InvalidOrderNumbers, Elements.GoogleOrderNumber, TextXml.Write);
        writer.End();
    }
}

using System.Xml.Linq;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Xml.Reports;

internal static class NotificationHistoryResponseXml
{
    public static NotificationHistoryResponse Read(WireElement element) => new()
    {
        SerialNumber = element.OptionalIdentifierAttribute(Attributes.SerialNumber),
        Notifications = NotificationListXml.Read(element),
        NextPageToken = element.OptionalText(Elements.NextPageToken),
        InvalidOrderNumbers = element.Element(Elements.InvalidOrderNumbers).Items(Elements.GoogleOrderNumber, ElementReading.ReadIdentifier),
    };

    public static void Write(WireWriter writer, XName name, NotificationHistoryResponse response)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.SerialNumber, response.SerialNumber);
        writer.RequiredList(Elements.Notifications, response.Notifications, NotificationListXml.WriteOne);
        writer.Text(Elements.NextPageToken, response.NextPageToken);
        writer.List(Elements.InvalidOrderNumbers, response.InvalidOrderNumbers, Elements.GoogleOrderNumber, TextXml.Write);
        writer.End();
    }
}

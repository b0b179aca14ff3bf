using System.Xml.Linq;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Xml.Reports;

internal static class NotificationHistoryRequestXml
{
    public static NotificationHistoryRequest Read(WireElement element) => new()
    {
        SerialNumber = element.OptionalIdentifier(Elements.SerialNumber),
        NextPageToken = element.OptionalText(Elements.NextPageToken),
        StartTime = element.OptionalTime(Elements.StartTime),
        EndTime = element.OptionalTime(Elements.EndTime),
        OrderNumbers = element.Element(Elements.OrderNumbers).Items(Elements.GoogleOrderNumber, ElementReading.ReadIdentifier),
        NotificationTypes = element.Element(Elements.NotificationTypes).Items(Elements.NotificationType, TextXml.Read),
    };

    public static void Write(WireWriter writer, XName name, NotificationHistoryRequest request)
    {
        writer.Start(name);
        writer.Text(Elements.SerialNumber, request.SerialNumber);
        writer.Text(Elements.NextPageToken, request.NextPageToken);
        writer.Time(Elements.StartTime, request.StartTime);
        writer.Time(Elements.EndTime, request.EndTime);
        writer.List(Elements.OrderNumbers, request.OrderNumbers, Elements.GoogleOrderNumber, TextXml.Write);
        writer.List(Elements.NotificationTypes, request.NotificationTypes, Elements.NotificationType, TextXml.Write);
        writer.End();
    }
}

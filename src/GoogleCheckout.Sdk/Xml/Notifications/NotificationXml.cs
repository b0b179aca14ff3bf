using System.Xml.Linq;
using GoogleCheckout.Notifications;
using GoogleCheckout.Xml.Orders;

namespace GoogleCheckout.Xml.Notifications;

/// <summary>Reads and writes the properties that all notifications have.</summary>
internal static class NotificationXml
{
    public static void StartNotification(this WireWriter writer, XName name, Notification notification)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.SerialNumber, notification.SerialNumber);
        writer.RequiredText(Elements.GoogleOrderNumber, notification.GoogleOrderNumber);
    }

    public static void EndNotification(this WireWriter writer, Notification notification)
    {
        writer.RequiredTime(Elements.Timestamp, notification.Timestamp);
        writer.Child(Elements.OrderSummary, notification.OrderSummary, OrderSummaryXml.Write);
        writer.End();
    }
}

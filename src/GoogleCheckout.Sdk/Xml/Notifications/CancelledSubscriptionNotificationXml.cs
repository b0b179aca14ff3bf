using System.Xml.Linq;
using GoogleCheckout.Notifications;
using GoogleCheckout.Xml.Orders;

namespace GoogleCheckout.Xml.Notifications;

internal static class CancelledSubscriptionNotificationXml
{
    public static CancelledSubscriptionNotification Read(WireElement element) => new()
    {
        SerialNumber = element.RequiredIdentifierAttribute(Attributes.SerialNumber),
        GoogleOrderNumber = element.RequiredIdentifier(Elements.GoogleOrderNumber),
        Timestamp = element.OptionalTime(Elements.Timestamp),
        OrderSummary = element.Optional(Elements.OrderSummary, OrderSummaryXml.Read),
        ItemIds = element.Element(Elements.ItemIds).Items(Elements.ItemId, ItemIdXml.Read),
        Reason = element.OptionalText(Elements.Reason),
    };

    public static void Write(WireWriter writer, XName name, CancelledSubscriptionNotification notification)
    {
        writer.StartNotification(name, notification);
        writer.RequiredList(Elements.ItemIds, notification.ItemIds, Elements.ItemId, ItemIdXml.Write);
        writer.RequiredText(Elements.Reason, notification.Reason);
        writer.EndNotification(notification);
    }
}

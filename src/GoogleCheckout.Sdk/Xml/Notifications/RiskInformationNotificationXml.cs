using System.Xml.Linq;
using GoogleCheckout.Notifications;
using GoogleCheckout.Xml.Orders;

namespace GoogleCheckout.Xml.Notifications;

internal static class RiskInformationNotificationXml
{
    public static RiskInformationNotification Read(WireElement element) => new()
    {
        SerialNumber = element.RequiredIdentifierAttribute(Attributes.SerialNumber),
        GoogleOrderNumber = element.RequiredIdentifier(Elements.GoogleOrderNumber),
        Timestamp = element.OptionalTime(Elements.Timestamp),
        OrderSummary = element.Optional(Elements.OrderSummary, OrderSummaryXml.Read),
        RiskInformation = element.Optional(Elements.RiskInformation, RiskInformationXml.Read),
    };

    public static void Write(WireWriter writer, XName name, RiskInformationNotification notification)
    {
        writer.StartNotification(name, notification);
        writer.RequiredChild(Elements.RiskInformation, notification.RiskInformation, RiskInformationXml.Write);
        writer.EndNotification(notification);
    }
}

using System.Xml.Linq;
using GoogleCheckout.Notifications;
using GoogleCheckout.Xml.Orders;

namespace GoogleCheckout.Xml.Notifications;

internal static class AuthorizationAmountNotificationXml
{
    public static AuthorizationAmountNotification Read(WireElement element) => new()
    {
        SerialNumber = element.RequiredIdentifierAttribute(Attributes.SerialNumber),
        GoogleOrderNumber = element.RequiredIdentifier(Elements.GoogleOrderNumber),
        Timestamp = element.OptionalTime(Elements.Timestamp),
        OrderSummary = element.Optional(Elements.OrderSummary, OrderSummaryXml.Read),
        AuthorizationAmount = element.OptionalMoney(Elements.AuthorizationAmount),
        AuthorizationExpirationDate = element.OptionalTime(Elements.AuthorizationExpirationDate),
        AvsResponse = element.OptionalText(Elements.AvsResponse),
        CvnResponse = element.OptionalText(Elements.CvnResponse),
    };

    public static void Write(WireWriter writer, XName name, AuthorizationAmountNotification notification)
    {
        writer.StartNotification(name, notification);
        writer.RequiredMoney(Elements.AuthorizationAmount, notification.AuthorizationAmount);
        writer.RequiredTime(Elements.AuthorizationExpirationDate, notification.AuthorizationExpirationDate);
        writer.RequiredText(Elements.AvsResponse, notification.AvsResponse);
        writer.RequiredText(Elements.CvnResponse, notification.CvnResponse);
        writer.EndNotification(notification);
    }
}

using System.Xml.Linq;

namespace GoogleCheckout.Xml.Notifications;

internal static class RequestReceivedResponseXml
{
    public static RequestReceivedResponse Read(WireElement element) => new()
    {
        SerialNumber = element.OptionalIdentifierAttribute(Attributes.SerialNumber),
        ChargeAmountNotification = element.Optional(Elements.ChargeAmountNotification, MessageCodec.KeepXml(ChargeAmountNotificationXml.Read)),
        RefundAmountNotification = element.Optional(Elements.RefundAmountNotification, MessageCodec.KeepXml(RefundAmountNotificationXml.Read)),
        OrderStateChangeNotification = element.Optional(Elements.OrderStateChangeNotification, MessageCodec.KeepXml(OrderStateChangeNotificationXml.Read)),
        NewGoogleOrderNumber = element.OptionalIdentifier(Elements.NewGoogleOrderNumber),
    };

    public static void Write(WireWriter writer, XName name, RequestReceivedResponse response)
    {
        writer.Start(response.NewGoogleOrderNumber is null ? name : Elements.SubscriptionRequestReceived);
        writer.RequiredAttribute(Attributes.SerialNumber, response.SerialNumber);
        writer.Child(Elements.RefundAmountNotification, response.RefundAmountNotification, RefundAmountNotificationXml.Write);
        writer.Child(Elements.OrderStateChangeNotification, response.OrderStateChangeNotification, OrderStateChangeNotificationXml.Write);
        writer.Child(Elements.ChargeAmountNotification, response.ChargeAmountNotification, ChargeAmountNotificationXml.Write);
        writer.Text(Elements.NewGoogleOrderNumber, response.NewGoogleOrderNumber);
        writer.End();
    }
}

using System.Xml.Linq;
using GoogleCheckout.Notifications;
using GoogleCheckout.Xml.Orders;

namespace GoogleCheckout.Xml.Notifications;

internal static class OrderStateChangeNotificationXml
{
    public static OrderStateChangeNotification Read(WireElement element) => new()
    {
        SerialNumber = element.RequiredIdentifierAttribute(Attributes.SerialNumber),
        GoogleOrderNumber = element.RequiredIdentifier(Elements.GoogleOrderNumber),
        Timestamp = element.OptionalTime(Elements.Timestamp),
        OrderSummary = element.Optional(Elements.OrderSummary, OrderSummaryXml.Read),
        NewFinancialOrderState = element.OptionalEnum(Elements.NewFinancialOrderState, FinancialOrderStateXml.States).GetValueOrDefault(),
        NewFulfillmentOrderState = element.OptionalEnum(Elements.NewFulfillmentOrderState, FulfillmentOrderStateXml.States).GetValueOrDefault(),
        PreviousFinancialOrderState = element.OptionalEnum(Elements.PreviousFinancialOrderState, FinancialOrderStateXml.States).GetValueOrDefault(),
        PreviousFulfillmentOrderState = element.OptionalEnum(Elements.PreviousFulfillmentOrderState, FulfillmentOrderStateXml.States).GetValueOrDefault(),
        Reason = element.OptionalText(Elements.Reason),
    };

    public static void Write(WireWriter writer, XName name, OrderStateChangeNotification notification)
    {
        writer.StartNotification(name, notification);
        writer.Enum(Elements.NewFinancialOrderState, notification.NewFinancialOrderState, FinancialOrderStateXml.States);
        writer.Enum(Elements.NewFulfillmentOrderState, notification.NewFulfillmentOrderState, FulfillmentOrderStateXml.States);
        writer.Enum(Elements.PreviousFinancialOrderState, notification.PreviousFinancialOrderState, FinancialOrderStateXml.States);
        writer.Enum(Elements.PreviousFulfillmentOrderState, notification.PreviousFulfillmentOrderState, FulfillmentOrderStateXml.States);
        writer.Text(Elements.Reason, notification.Reason);
        writer.EndNotification(notification);
    }
}

using System.Xml.Linq;
using GoogleCheckout.Notifications;
using GoogleCheckout.Xml.Orders;

namespace GoogleCheckout.Xml.Notifications;

internal static class RefundAmountNotificationXml
{
    public static RefundAmountNotification Read(WireElement element) => new()
    {
        SerialNumber = element.RequiredIdentifierAttribute(Attributes.SerialNumber),
        GoogleOrderNumber = element.RequiredIdentifier(Elements.GoogleOrderNumber),
        Timestamp = element.OptionalTime(Elements.Timestamp),
        OrderSummary = element.Optional(Elements.OrderSummary, OrderSummaryXml.Read),
        LatestRefundAmount = element.RequiredMoney(Elements.LatestRefundAmount),
        TotalRefundAmount = element.RequiredMoney(Elements.TotalRefundAmount),
        LatestFeeRefundAmount = element.OptionalMoney(Elements.LatestFeeRefundAmount),
        LatestPromotionRefundAmount = element.OptionalMoney(Elements.LatestPromotionRefundAmount),
    };

    public static void Write(WireWriter writer, XName name, RefundAmountNotification notification)
    {
        writer.StartNotification(name, notification);
        writer.RequiredMoney(Elements.LatestRefundAmount, notification.LatestRefundAmount);
        writer.RequiredMoney(Elements.TotalRefundAmount, notification.TotalRefundAmount);
        writer.Money(Elements.LatestFeeRefundAmount, notification.LatestFeeRefundAmount);
        writer.Money(Elements.LatestPromotionRefundAmount, notification.LatestPromotionRefundAmount);
        writer.EndNotification(notification);
    }
}

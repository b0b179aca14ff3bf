using System.Xml.Linq;
using GoogleCheckout.Notifications;
using GoogleCheckout.Xml.Orders;

namespace GoogleCheckout.Xml.Notifications;

internal static class ChargebackAmountNotificationXml
{
    public static ChargebackAmountNotification Read(WireElement element) => new()
    {
        SerialNumber = element.RequiredIdentifierAttribute(Attributes.SerialNumber),
        GoogleOrderNumber = element.RequiredIdentifier(Elements.GoogleOrderNumber),
        Timestamp = element.OptionalTime(Elements.Timestamp),
        OrderSummary = element.Optional(Elements.OrderSummary, OrderSummaryXml.Read),
        LatestChargebackAmount = element.RequiredMoney(Elements.LatestChargebackAmount),
        TotalChargebackAmount = element.RequiredMoney(Elements.TotalChargebackAmount),
        LatestFeeRefundAmount = element.OptionalMoney(Elements.LatestFeeRefundAmount),
        LatestChargebackFeeAmount = element.OptionalMoney(Elements.LatestChargebackFeeAmount),
        LatestPromotionChargebackAmount = element.OptionalMoney(Elements.LatestPromotionChargebackAmount),
    };

    public static void Write(WireWriter writer, XName name, ChargebackAmountNotification notification)
    {
        writer.StartNotification(name, notification);
        writer.RequiredMoney(Elements.LatestChargebackAmount, notification.LatestChargebackAmount);
        writer.RequiredMoney(Elements.TotalChargebackAmount, notification.TotalChargebackAmount);
        writer.Money(Elements.LatestFeeRefundAmount, notification.LatestFeeRefundAmount);
        writer.Money(Elements.LatestChargebackFeeAmount, notification.LatestChargebackFeeAmount);
        writer.Money(Elements.LatestPromotionChargebackAmount, notification.LatestPromotionChargebackAmount);
        writer.EndNotification(notification);
    }
}

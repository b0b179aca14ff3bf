using System.Xml.Linq;
using GoogleCheckout.Notifications;
using GoogleCheckout.Xml.Orders;

namespace GoogleCheckout.Xml.Notifications;

internal static class ChargeAmountNotificationXml
{
    public static ChargeAmountNotification Read(WireElement element) => new()
    {
        SerialNumber = element.RequiredIdentifierAttribute(Attributes.SerialNumber),
        GoogleOrderNumber = element.RequiredIdentifier(Elements.GoogleOrderNumber),
        Timestamp = element.OptionalTime(Elements.Timestamp),
        OrderSummary = element.Optional(Elements.OrderSummary, OrderSummaryXml.Read),
        LatestChargeAmount = element.RequiredMoney(Elements.LatestChargeAmount),
        TotalChargeAmount = element.RequiredMoney(Elements.TotalChargeAmount),
        LatestChargeFee = element.Optional(Elements.LatestChargeFee, FeeStructureXml.Read),
        LatestPromotionChargeAmount = element.OptionalMoney(Elements.LatestPromotionChargeAmount),
    };

    public static void Write(WireWriter writer, XName name, ChargeAmountNotification notification)
    {
        writer.StartNotification(name, notification);
        writer.RequiredMoney(Elements.LatestChargeAmount, notification.LatestChargeAmount);
        writer.Child(Elements.LatestChargeFee, notification.LatestChargeFee, FeeStructureXml.Write);
        writer.RequiredMoney(Elements.TotalChargeAmount, notification.TotalChargeAmount);
        writer.Money(Elements.LatestPromotionChargeAmount, notification.LatestPromotionChargeAmount);
        writer.EndNotification(notification);
    }
}

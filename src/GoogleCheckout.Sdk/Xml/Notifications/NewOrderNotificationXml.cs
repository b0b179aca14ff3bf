using System.Xml.Linq;
using GoogleCheckout.Notifications;
using GoogleCheckout.Xml.Carts;
using GoogleCheckout.Xml.Orders;

namespace GoogleCheckout.Xml.Notifications;

internal static class NewOrderNotificationXml
{
    public static NewOrderNotification Read(WireElement element) => new()
    {
        SerialNumber = element.RequiredIdentifierAttribute(Attributes.SerialNumber),
        GoogleOrderNumber = element.RequiredIdentifier(Elements.GoogleOrderNumber),
        Timestamp = element.OptionalTime(Elements.Timestamp),
        OrderSummary = element.Optional(Elements.OrderSummary, OrderSummaryXml.Read),
        ShoppingCart = element.Required(Elements.ShoppingCart, ShoppingCartXml.Read),
        OrderAdjustment = element.Optional(Elements.OrderAdjustment, OrderAdjustmentXml.Read),
        OrderTotal = element.RequiredMoney(Elements.OrderTotal),
        FinancialOrderState = element.OptionalEnum(Elements.FinancialOrderState, FinancialOrderStateXml.States).GetValueOrDefault(),
        FulfillmentOrderState = element.OptionalEnum(Elements.FulfillmentOrderState, FulfillmentOrderStateXml.States).GetValueOrDefault(),
        BuyerShippingAddress = element.Optional(Elements.BuyerShippingAddress, AddressXml.Read),
        BuyerBillingAddress = element.Optional(Elements.BuyerBillingAddress, AddressXml.Read),
        BuyerMarketingPreferences = element.Optional(Elements.BuyerMarketingPreferences, BuyerMarketingPreferencesXml.Read),
        BuyerId = element.Int64IfValid(Elements.BuyerId),
        Promotions = element.Element(Elements.Promotions).Items(Elements.Promotion, PromotionXml.Read),
    };

    public static void Write(WireWriter writer, XName name, NewOrderNotification notification)
    {
        writer.StartNotification(name, notification);
        writer.RequiredChild(Elements.ShoppingCart, notification.ShoppingCart, ShoppingCartXml.Write);
        writer.RequiredChild(Elements.OrderAdjustment, notification.OrderAdjustment, OrderAdjustmentXml.Write);
        writer.RequiredMoney(Elements.OrderTotal, notification.OrderTotal);
        writer.Enum(Elements.FinancialOrderState, notification.FinancialOrderState, FinancialOrderStateXml.States);
        writer.Enum(Elements.FulfillmentOrderState, notification.FulfillmentOrderState, FulfillmentOrderStateXml.States);
        writer.RequiredChild(Elements.BuyerShippingAddress, notification.BuyerShippingAddress, AddressXml.Write);
        writer.RequiredChild(Elements.BuyerBillingAddress, notification.BuyerBillingAddress, AddressXml.Write);
        writer.RequiredChild(Elements.BuyerMarketingPreferences, notification.BuyerMarketingPreferences, BuyerMarketingPreferencesXml.Write);
        writer.RequiredInt64(Elements.BuyerId, notification.BuyerId);
        writer.List(Elements.Promotions, notification.Promotions, Elements.Promotion, PromotionXml.Write);
        writer.EndNotification(notification);
    }
}

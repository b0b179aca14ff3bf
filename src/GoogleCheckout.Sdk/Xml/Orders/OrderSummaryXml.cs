using System.Xml.Linq;
using GoogleCheckout.Orders;
using GoogleCheckout.Xml.Carts;

namespace GoogleCheckout.Xml.Orders;

internal static class OrderSummaryXml
{
    public static OrderSummary Read(WireElement element) => new()
    {
        GoogleOrderNumber = element.RequiredIdentifier(Elements.GoogleOrderNumber),
        MerchantOrderNumber = element.OptionalText(Elements.MerchantOrderNumber),
        PurchaseDate = element.TimeIfValid(Elements.PurchaseDate),
        FinancialOrderState = element.OptionalEnum(Elements.FinancialOrderState, FinancialOrderStateXml.States).GetValueOrDefault(),
        FulfillmentOrderState = element.OptionalEnum(Elements.FulfillmentOrderState, FulfillmentOrderStateXml.States).GetValueOrDefault(),
        Archived = element.BooleanIfValid(Elements.Archived),
        OrderTotal = element.RequiredMoney(Elements.OrderTotal),
        TotalChargeAmount = element.RequiredMoney(Elements.TotalChargeAmount),
        TotalRefundAmount = element.RequiredMoney(Elements.TotalRefundAmount),
        TotalChargebackAmount = element.RequiredMoney(Elements.TotalChargebackAmount),
        Authorization = element.Optional(Elements.Authorization, AuthorizationInformationXml.Read),
        RiskInformation = element.Optional(Elements.RiskInformation, RiskInformationXml.Read),
        ShoppingCart = element.Required(Elements.ShoppingCart, ShoppingCartXml.Read),
        OrderAdjustment = element.Optional(Elements.OrderAdjustment, OrderAdjustmentXml.Read),
        Promotions = element.Element(Elements.Promotions).Items(Elements.Promotion, PromotionXml.Read),
        BuyerShippingAddress = element.Optional(Elements.BuyerShippingAddress, AddressXml.Read),
        BuyerMarketingPreferences = element.Optional(Elements.BuyerMarketingPreferences, BuyerMarketingPreferencesXml.Read),
        BuyerId = element.Int64IfValid(Elements.BuyerId),
    };

    public static void Write(WireWriter writer, XName name, OrderSummary order)
    {
        writer.Start(name);
        writer.RequiredText(Elements.GoogleOrderNumber, order.GoogleOrderNumber);
        writer.Text(Elements.MerchantOrderNumber, order.MerchantOrderNumber);
        writer.RequiredTime(Elements.PurchaseDate, order.PurchaseDate);
        writer.Enum(Elements.FinancialOrderState, order.FinancialOrderState, FinancialOrderStateXml.States);
        writer.Enum(Elements.FulfillmentOrderState, order.FulfillmentOrderState, FulfillmentOrderStateXml.States);
        writer.RequiredBoolean(Elements.Archived, order.Archived);
        writer.RequiredMoney(Elements.OrderTotal, order.OrderTotal);
        writer.RequiredMoney(Elements.TotalChargeAmount, order.TotalChargeAmount);
        writer.RequiredMoney(Elements.TotalRefundAmount, order.TotalRefundAmount);
        writer.RequiredMoney(Elements.TotalChargebackAmount, order.TotalChargebackAmount);
        writer.Child(Elements.Authorization, order.Authorization, AuthorizationInformationXml.Write);
        writer.Child(Elements.RiskInformation, order.RiskInformation, RiskInformationXml.Write);
        writer.RequiredChild(Elements.ShoppingCart, order.ShoppingCart, ShoppingCartXml.Write);
        writer.RequiredChild(Elements.OrderAdjustment, order.OrderAdjustment, OrderAdjustmentXml.Write);
        writer.List(Elements.Promotions, order.Promotions, Elements.Promotion, PromotionXml.Write);
        writer.RequiredChild(Elements.BuyerShippingAddress, order.BuyerShippingAddress, AddressXml.Write);
        writer.RequiredChild(Elements.BuyerMarketingPreferences, order.BuyerMarketingPreferences, BuyerMarketingPreferencesXml.Write);
        writer.RequiredInt64(Elements.BuyerId, order.BuyerId);
        writer.End();
    }
}

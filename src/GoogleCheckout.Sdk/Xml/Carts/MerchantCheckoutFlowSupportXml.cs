using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class MerchantCheckoutFlowSupportXml
{
    public static MerchantCheckoutFlowSupport Read(WireElement element) => new()
    {
        EditCartUrl = element.OptionalToken(Elements.EditCartUrl),
        ContinueShoppingUrl = element.OptionalToken(Elements.ContinueShoppingUrl),
        TaxTables = element.Optional(Elements.TaxTables, TaxTablesXml.Read),
        ShippingMethods = element.Element(Elements.ShippingMethods).Items(ShippingMethodXml.Read),
        ParameterizedUrls = element.Element(Elements.ParameterizedUrls).Items(Elements.ParameterizedUrl, ParameterizedUrlXml.Read),
        MerchantCalculations = element.Optional(Elements.MerchantCalculations, MerchantCalculationsXml.Read),
        RequestBuyerPhoneNumber = element.OptionalBoolean(Elements.RequestBuyerPhoneNumber),
        AnalyticsData = element.OptionalText(Elements.AnalyticsData),
        PlatformId = element.OptionalInt64(Elements.PlatformId),
        RoundingPolicy = element.Optional(Elements.RoundingPolicy, RoundingPolicyXml.Read),
    };

    public static void Write(WireWriter writer, XName name, MerchantCheckoutFlowSupport support)
    {
        writer.Start(name);
        writer.Url(Elements.EditCartUrl, support.EditCartUrl);
        writer.Url(Elements.ContinueShoppingUrl, support.ContinueShoppingUrl);
        writer.Child(Elements.TaxTables, support.TaxTables, TaxTablesXml.Write);
        writer.List(Elements.ShippingMethods, support.ShippingMethods, ShippingMethodXml.Write);
        writer.List(Elements.ParameterizedUrls, support.ParameterizedUrls, Elements.ParameterizedUrl, ParameterizedUrlXml.Write);
        writer.Child(Elements.MerchantCalculations, support.MerchantCalculations, MerchantCalculationsXml.Write);
        writer.Boolean(Elements.RequestBuyerPhoneNumber, support.RequestBuyerPhoneNumber);
        writer.Text(Elements.AnalyticsData, support.AnalyticsData);
        writer.Int64(Elements.PlatformId, support.PlatformId);
        writer.Child(Elements.RoundingPolicy, support.RoundingPolicy, RoundingPolicyXml.Write);
        writer.End();
    }
}

using System.Xml.Linq;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

internal static class OrderAdjustmentXml
{
    public static OrderAdjustment Read(WireElement element) => new()
    {
        MerchantCalculationSuccessful = element.OptionalBoolean(Elements.MerchantCalculationSuccessful),
        MerchantCodes = element.Element(Elements.MerchantCodes).Items(MerchantCodeAdjustmentXml.Read),
        TotalTax = element.OptionalMoney(Elements.TotalTax),
        Shipping = element.Element(Elements.Shipping)?.Elements().Select(ShippingAdjustmentXml.Read).FirstOrDefault(shipping => shipping is not null),
        AdjustmentTotal = element.OptionalMoney(Elements.AdjustmentTotal),
    };

    public static void Write(WireWriter writer, XName name, OrderAdjustment adjustment)
    {
        writer.Start(name);
        writer.Boolean(Elements.MerchantCalculationSuccessful, adjustment.MerchantCalculationSuccessful);
        writer.List(Elements.MerchantCodes, adjustment.MerchantCodes, MerchantCodeAdjustmentXml.Write);
        writer.NonNegativeMoney(Elements.TotalTax, adjustment.TotalTax);
        if (adjustment.Shipping is { } shipping)
        {
            writer.Start(Elements.Shipping);
            ShippingAdjustmentXml.Write(writer, shipping);
            writer.End();
        }

        writer.Money(Elements.AdjustmentTotal, adjustment.AdjustmentTotal);
        writer.End();
    }
}

using System.Xml.Linq;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

/// <summary>Reads and writes the four kinds of shipping adjustment, which differ by element name.</summary>
internal static class ShippingAdjustmentXml
{
    /// <summary>Reads a shipping adjustment; returns null if the element is not a shipping adjustment.</summary>
    public static ShippingAdjustment? Read(WireElement element)
    {
        var name = element.Name;
        return name == Elements.MerchantCalculatedShippingAdjustment
                ? new MerchantCalculatedShippingAdjustment { ShippingName = Name(element), ShippingCost = Cost(element) }
            : name == Elements.FlatRateShippingAdjustment
                ? new FlatRateShippingAdjustment { ShippingName = Name(element), ShippingCost = Cost(element) }
            : name == Elements.PickupShippingAdjustment
                ? new PickupShippingAdjustment { ShippingName = Name(element), ShippingCost = Cost(element) }
            : name == Elements.CarrierCalculatedShippingAdjustment
                ? new CarrierCalculatedShippingAdjustment { ShippingName = Name(element), ShippingCost = Cost(element) }
            : null;
    }

    public static void Write(WireWriter writer, ShippingAdjustment shipping)
    {
        writer.Start(NameOf(shipping));
        writer.RequiredText(Elements.ShippingName, shipping.ShippingName);
        writer.NonNegativeMoney(Elements.ShippingCost, shipping.ShippingCost);
        writer.End();
    }

    private static XName NameOf(ShippingAdjustment shipping) => shipping switch
    {
        MerchantCalculatedShippingAdjustment => Elements.MerchantCalculatedShippingAdjustment,
        FlatRateShippingAdjustment => Elements.FlatRateShippingAdjustment,
        PickupShippingAdjustment => Elements.PickupShippingAdjustment,
        _ => Elements.CarrierCalculatedShippingAdjustment,
    };

    private static string Name(WireElement element) => element.RequiredText(Elements.ShippingName);

    private static Money Cost(WireElement element) => element.RequiredMoney(Elements.ShippingCost);
}

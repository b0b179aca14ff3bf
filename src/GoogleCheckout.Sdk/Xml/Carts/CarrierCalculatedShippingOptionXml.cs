using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class CarrierCalculatedShippingOptionXml
{
    public static CarrierCalculatedShippingOption Read(WireElement element) => new()
    {
        Price = element.RequiredMoney(Elements.Price),
        ShippingCompany = element.RequiredToken(Elements.ShippingCompany),
        ShippingType = element.RequiredText(Elements.ShippingType),
        CarrierPickup = element.OptionalToken(Elements.CarrierPickup),
        AdditionalFixedCharge = element.OptionalMoney(Elements.AdditionalFixedCharge),
        AdditionalVariableChargePercent = element.OptionalDecimal(Elements.AdditionalVariableChargePercent),
    };

    public static void Write(WireWriter writer, XName name, CarrierCalculatedShippingOption option)
    {
        writer.Start(name);
        writer.NonNegativeMoney(Elements.Price, option.Price);
        writer.RequiredText(Elements.ShippingCompany, option.ShippingCompany);
        writer.RequiredText(Elements.ShippingType, option.ShippingType);
        writer.Text(Elements.CarrierPickup, option.CarrierPickup);
        writer.Money(Elements.AdditionalFixedCharge, option.AdditionalFixedCharge);
        writer.Decimal(Elements.AdditionalVariableChargePercent, option.AdditionalVariableChargePercent);
        writer.End();
    }
}

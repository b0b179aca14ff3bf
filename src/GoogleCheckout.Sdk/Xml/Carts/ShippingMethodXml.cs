using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

/// <summary>Reads and writes the four kinds of shipping method, which differ by element name.</summary>
internal static class ShippingMethodXml
{
    private const int MaxNameLength = 255;

    /// <summary>Reads a shipping method; returns null if the element is not a shipping method.</summary>
    public static ShippingMethod? Read(WireElement element)
    {
        var name = element.Name;
        return name == Elements.FlatRateShipping ? ReadFlatRate(element)
            : name == Elements.MerchantCalculatedShipping ? ReadMerchantCalculated(element)
            : name == Elements.Pickup ? ReadPickup(element)
            : name == Elements.CarrierCalculatedShipping ? ReadCarrierCalculated(element)
            : null;
    }

    public static void Write(WireWriter writer, ShippingMethod method)
    {
        switch (method)
        {
            case FlatRateShipping flatRate:
                Write(writer, flatRate);
                break;
            case MerchantCalculatedShipping merchantCalculated:
                Write(writer, merchantCalculated);
                break;
            case Pickup pickup:
                Write(writer, pickup);
                break;
            case CarrierCalculatedShipping carrierCalculated:
                Write(writer, carrierCalculated);
                break;
        }
    }

    private static FlatRateShipping ReadFlatRate(WireElement element) => new()
    {
        Name = element.RequiredAttribute(Attributes.Name),
        Price = element.RequiredMoney(Elements.Price),
        ShippingRestrictions = element.Optional(Elements.ShippingRestrictions, ShippingRestrictionsXml.Read),
    };

    private static void Write(WireWriter writer, FlatRateShipping method)
    {
        writer.Start(Elements.FlatRateShipping);
        writer.RequiredLimitedAttribute(Attributes.Name, method.Name, 1, MaxNameLength);
        writer.NonNegativeMoney(Elements.Price, method.Price);
        writer.Child(Elements.ShippingRestrictions, method.ShippingRestrictions, ShippingRestrictionsXml.Write);
        writer.End();
    }

    private static MerchantCalculatedShipping ReadMerchantCalculated(WireElement element) => new()
    {
        Name = element.RequiredAttribute(Attributes.Name),
        Price = element.RequiredMoney(Elements.Price),
        AddressFilters = element.Optional(Elements.AddressFilters, ShippingRestrictionsXml.Read),
        ShippingRestrictions = element.Optional(Elements.ShippingRestrictions, ShippingRestrictionsXml.Read),
    };

    private static void Write(WireWriter writer, MerchantCalculatedShipping method)
    {
        writer.Start(Elements.MerchantCalculatedShipping);
        writer.RequiredLimitedAttribute(Attributes.Name, method.Name, 1, MaxNameLength);
        writer.NonNegativeMoney(Elements.Price, method.Price);
        writer.Child(Elements.AddressFilters, method.AddressFilters, ShippingRestrictionsXml.Write);
        writer.Child(Elements.ShippingRestrictions, method.ShippingRestrictions, ShippingRestrictionsXml.Write);
        writer.End();
    }

    private static Pickup ReadPickup(WireElement element) => new()
    {
        Name = element.RequiredAttribute(Attributes.Name),
        Price = element.RequiredMoney(Elements.Price),
    };

    private static void Write(WireWriter writer, Pickup method)
    {
        writer.Start(Elements.Pickup);
        writer.RequiredLimitedAttribute(Attributes.Name, method.Name, 1, MaxNameLength);
        writer.NonNegativeMoney(Elements.Price, method.Price);
        writer.End();
    }

    private static CarrierCalculatedShipping ReadCarrierCalculated(WireElement element) => new()
    {
        CarrierCalculatedShippingOptions = element.Element(Elements.CarrierCalculatedShippingOptions)
            .RequiredItems(Elements.CarrierCalculatedShippingOption, CarrierCalculatedShippingOptionXml.Read),
        ShippingPackages = element.Element(Elements.ShippingPackages).RequiredItems(Elements.ShippingPackage, ShippingPackageXml.Read),
    };

    private static void Write(WireWriter writer, CarrierCalculatedShipping method)
    {
        writer.Start(Elements.CarrierCalculatedShipping);
        writer.RequiredList(
            Elements.CarrierCalculatedShippingOptions,
            method.CarrierCalculatedShippingOptions,
            Elements.CarrierCalculatedShippingOption,
            CarrierCalculatedShippingOptionXml.Write);
        writer.RequiredList(Elements.ShippingPackages, method.ShippingPackages, Elements.ShippingPackage, ShippingPackageXml.Write);
        writer.End();
    }
}

using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class ShippingPackageXml
{
    public static ShippingPackage Read(WireElement element) => new()
    {
        ShipFrom = element.Required(Elements.ShipFrom, AnonymousAddressXml.Read),
        Length = element.Optional(Elements.Length, DimensionXml.Read),
        Width = element.Optional(Elements.Width, DimensionXml.Read),
        Height = element.Optional(Elements.Height, DimensionXml.Read),
        DeliveryAddressCategory = element.OptionalToken(Elements.DeliveryAddressCategory),
    };

    public static void Write(WireWriter writer, XName name, ShippingPackage package)
    {
        writer.Start(name);
        writer.RequiredChild(Elements.ShipFrom, package.ShipFrom, AnonymousAddressXml.Write);
        writer.Child(Elements.Length, package.Length, DimensionXml.Write);
        writer.Child(Elements.Width, package.Width, DimensionXml.Write);
        writer.Child(Elements.Height, package.Height, DimensionXml.Write);
        writer.Text(Elements.DeliveryAddressCategory, package.DeliveryAddressCategory);
        writer.End();
    }
}

using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class ShippingRestrictionsXml
{
    public static ShippingRestrictions Read(WireElement element) => new()
    {
        AllowedAreas = element.Element(Elements.AllowedAreas).RequiredAreas(),
        ExcludedAreas = element.Element(Elements.ExcludedAreas).Areas(),
        AllowUsPoBox = element.OptionalBoolean(Elements.AllowUsPoBox),
    };

    public static void Write(WireWriter writer, XName name, ShippingRestrictions restrictions)
    {
        writer.Start(name);
        writer.RequiredList(Elements.AllowedAreas, restrictions.AllowedAreas, AreaXml.Write);
        writer.List(Elements.ExcludedAreas, restrictions.ExcludedAreas, AreaXml.Write);
        writer.Boolean(Elements.AllowUsPoBox, restrictions.AllowUsPoBox);
        writer.End();
    }
}

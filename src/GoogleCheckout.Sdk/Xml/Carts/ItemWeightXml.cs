using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class ItemWeightXml
{
    public static ItemWeight Read(WireElement element) => new()
    {
        Value = element.RequiredDecimalAttribute(Attributes.Value),
        Unit = element.RequiredAttribute(Attributes.Unit),
    };

    public static void Write(WireWriter writer, XName name, ItemWeight weight)
    {
        writer.Start(name);
        writer.NonNegativeAttribute(Attributes.Value, weight.Value);
        writer.RequiredAttribute(Attributes.Unit, weight.Unit);
        writer.End();
    }
}

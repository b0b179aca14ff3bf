using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class DimensionXml
{
    public static Dimension Read(WireElement element) => new()
    {
        Value = element.RequiredDecimalAttribute(Attributes.Value),
        Unit = element.RequiredAttribute(Attributes.Unit).Trim(),
    };

    public static void Write(WireWriter writer, XName name, Dimension dimension)
    {
        writer.Start(name);
        writer.NonNegativeAttribute(Attributes.Value, dimension.Value);
        writer.RequiredAttribute(Attributes.Unit, dimension.Unit);
        writer.End();
    }
}

using System.Xml.Linq;

namespace GoogleCheckout.Xml.Carts;

/// <summary>Reads and writes the single area of a tax rule, which is in a container element.</summary>
internal static class TaxAreaXml
{
    public static Area? Read(WireElement? element) => element?.Elements().Select(AreaXml.Read).FirstOrDefault(area => area is not null);

    public static void Write(WireWriter writer, XName name, Area area)
    {
        writer.Start(name);
        AreaXml.Write(writer, area);
        writer.End();
    }
}

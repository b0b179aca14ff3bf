using System.Xml.Linq;

namespace GoogleCheckout.Xml.Carts;

/// <summary>Reads and writes the single area of a tax rule, which is in a container element.</summary>
internal static class TaxAreaXml
{
    /// <summary>Reads the only area of the container; null if it has none or, against the schema, several.</summary>
    public static Area? Read(WireElement? element) => element.Areas().Count == 1 ? element.Areas().Single() : null;

    /// <summary>Reads the areas of the container for several. Real carts have several areas in the container for one too; none of them is lost.</summary>
    public static IReadOnlyList<Area> AreasWithThoseIn(this WireElement? element, WireElement? only) =>
        only.Areas() is { Count: > 1 } areas ? [.. areas, .. element.Areas()] : element.Areas();

    public static void Write(WireWriter writer, XName name, Area area)
    {
        writer.Start(name);
        AreaXml.Write(writer, area);
        writer.End();
    }
}

using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class AlternateTaxRuleXml
{
    public static AlternateTaxRule Read(WireElement element) => new()
    {
        Rate = element.OptionalDecimal(Elements.Rate),
        TaxArea = TaxAreaXml.Read(element.Element(Elements.TaxArea)),
        TaxAreas = element.Element(Elements.TaxAreas).AreasWithThoseIn(element.Element(Elements.TaxArea)),
    };

    public static void Write(WireWriter writer, XName name, AlternateTaxRule rule)
    {
        writer.Start(name);
        writer.NonNegative(Elements.Rate, rule.Rate);
        writer.Child(Elements.TaxArea, rule.TaxArea, TaxAreaXml.Write);
        writer.List(Elements.TaxAreas, rule.TaxAreas, AreaXml.Write);
        writer.End();
    }
}

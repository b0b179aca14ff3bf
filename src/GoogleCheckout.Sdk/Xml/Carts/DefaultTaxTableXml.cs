using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class DefaultTaxTableXml
{
    public static DefaultTaxTable Read(WireElement element) => new()
    {
        TaxRules = element.Element(Elements.TaxRules).RequiredItems(Elements.DefaultTaxRule, DefaultTaxRuleXml.Read),
    };

    public static void Write(WireWriter writer, XName name, DefaultTaxTable table)
    {
        writer.Start(name);
        writer.RequiredList(Elements.TaxRules, table.TaxRules, Elements.DefaultTaxRule, DefaultTaxRuleXml.Write);
        writer.End();
    }
}

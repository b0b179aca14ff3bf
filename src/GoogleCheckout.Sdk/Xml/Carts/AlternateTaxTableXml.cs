using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class AlternateTaxTableXml
{
    private const int MaxNameLength = 255;

    public static AlternateTaxTable Read(WireElement element) => new()
    {
        Name = element.RequiredAttribute(Attributes.Name),
        Standalone = element.OptionalBooleanAttribute(Attributes.Standalone),
        AlternateTaxRules = element.Element(Elements.AlternateTaxRules).RequiredItems(Elements.AlternateTaxRule, AlternateTaxRuleXml.Read),
    };

    public static void Write(WireWriter writer, XName name, AlternateTaxTable table)
    {
        writer.Start(name);
        writer.RequiredLimitedAttribute(Attributes.Name, table.Name, 0, MaxNameLength);
        writer.BooleanAttribute(Attributes.Standalone, table.Standalone);
        writer.RequiredList(Elements.AlternateTaxRules, table.AlternateTaxRules, Elements.AlternateTaxRule, AlternateTaxRuleXml.Write);
        writer.End();
    }
}

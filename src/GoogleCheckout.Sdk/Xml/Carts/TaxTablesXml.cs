using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class TaxTablesXml
{
    public static TaxTables Read(WireElement element) => new()
    {
        MerchantCalculated = element.OptionalBooleanAttribute(Attributes.MerchantCalculated),
        DefaultTaxTable = element.Optional(Elements.DefaultTaxTable, DefaultTaxTableXml.Read),
        AlternateTaxTables = element.Element(Elements.AlternateTaxTables).Items(Elements.AlternateTaxTable, AlternateTaxTableXml.Read),
    };

    public static void Write(WireWriter writer, XName name, TaxTables tables)
    {
        writer.Start(name);
        writer.BooleanAttribute(Attributes.MerchantCalculated, tables.MerchantCalculated);
        writer.Child(Elements.DefaultTaxTable, tables.DefaultTaxTable, DefaultTaxTableXml.Write);
        writer.List(Elements.AlternateTaxTables, tables.AlternateTaxTables, Elements.AlternateTaxTable, AlternateTaxTableXml.Write);
        writer.End();
    }
}

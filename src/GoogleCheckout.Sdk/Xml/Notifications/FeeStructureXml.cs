using System.Xml.Linq;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Xml.Notifications;

internal static class FeeStructureXml
{
    public static FeeStructure Read(WireElement element) => new()
    {
        Total = element.RequiredMoney(Elements.Total),
        Percentage = element.RequiredDecimal(Elements.Percentage),
        Flat = element.RequiredMoney(Elements.Flat),
    };

    public static void Write(WireWriter writer, XName name, FeeStructure fee)
    {
        writer.Start(name);
        writer.RequiredMoney(Elements.Total, fee.Total);
        writer.Decimal(Elements.Percentage, fee.Percentage);
        writer.RequiredMoney(Elements.Flat, fee.Flat);
        writer.End();
    }
}

using System.Xml.Linq;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

internal static class ItemIdXml
{
    public static ItemId Read(WireElement element) => new()
    {
        MerchantItemId = element.OptionalText(Elements.MerchantItemId),
    };

    public static void Write(WireWriter writer, XName name, ItemId item)
    {
        writer.Start(name);
        writer.Text(Elements.MerchantItemId, item.MerchantItemId);
        writer.End();
    }
}

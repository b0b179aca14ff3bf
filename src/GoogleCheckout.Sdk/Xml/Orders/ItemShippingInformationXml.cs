using System.Xml.Linq;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

internal static class ItemShippingInformationXml
{
    public static ItemShippingInformation Read(WireElement element) => new()
    {
        ItemId = element.Required(Elements.ItemId, ItemIdXml.Read),
        TrackingDataList = element.Element(Elements.TrackingDataList).Items(Elements.TrackingData, TrackingDataXml.Read),
    };

    public static void Write(WireWriter writer, XName name, ItemShippingInformation item)
    {
        writer.Start(name);
        writer.RequiredChild(Elements.ItemId, item.ItemId, ItemIdXml.Write);
        writer.List(Elements.TrackingDataList, item.TrackingDataList, Elements.TrackingData, TrackingDataXml.Write);
        writer.End();
    }
}

using System.Xml.Linq;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Xml.Reports;

internal static class OrderSummaryRequestXml
{
    public static OrderSummaryRequest Read(WireElement element) => new()
    {
        OrderNumbers = element.Element(Elements.OrderNumbers).Items(Elements.GoogleOrderNumber, ElementReading.ReadIdentifier),
    };

    public static void Write(WireWriter writer, XName name, OrderSummaryRequest request)
    {
        writer.Start(name);
        writer.RequiredList(Elements.OrderNumbers, request.OrderNumbers, Elements.GoogleOrderNumber, TextXml.Write);
        writer.End();
    }
}

using System.Xml.Linq;
using GoogleCheckout.Reports;
using GoogleCheckout.Xml.Orders;

namespace GoogleCheckout.Xml.Reports;

internal static class OrderSummaryResponseXml
{
    public static OrderSummaryResponse Read(WireElement element) => new()
    {
        SerialNumber = element.OptionalIdentifierAttribute(Attributes.SerialNumber),
        OrderSummaries = element.Element(Elements.OrderSummaries).Items(Elements.OrderSummary, MessageCodec.KeepXml(OrderSummaryXml.Read)),
    };

    public static void Write(WireWriter writer, XName name, OrderSummaryResponse response)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.SerialNumber, response.SerialNumber);
        writer.RequiredList(Elements.OrderSummaries, response.OrderSummaries, Elements.OrderSummary, OrderSummaryXml.Write);
        writer.End();
    }
}

using System.Xml.Linq;
using GoogleCheckout.Reports;
using GoogleCheckout.Xml.Orders;

namespace GoogleCheckout.Xml.Reports;

internal static class OrderListRequestXml
{
    public static OrderListRequest Read(WireElement element) => new()
    {
        StartDate = element.RequiredLocalTimeAttribute(Attributes.StartDate),
        EndDate = element.RequiredLocalTimeAttribute(Attributes.EndDate),
        FinancialState = element.OptionalEnum(Elements.FinancialState, FinancialOrderStateXml.States),
        FulfillmentState = element.OptionalEnum(Elements.FulfillmentState, FulfillmentOrderStateXml.States),
        DateTimeZone = element.OptionalText(Elements.DateTimeZone),
    };

    public static void Write(WireWriter writer, XName name, OrderListRequest request)
    {
        writer.Start(name);
        writer.LocalTimeAttribute(Attributes.StartDate, request.StartDate);
        writer.LocalTimeAttribute(Attributes.EndDate, request.EndDate);
        writer.Enum(Elements.FinancialState, request.FinancialState, FinancialOrderStateXml.States);
        writer.Enum(Elements.FulfillmentState, request.FulfillmentState, FulfillmentOrderStateXml.States);
        writer.Text(Elements.DateTimeZone, request.DateTimeZone);
        writer.End();
    }
}

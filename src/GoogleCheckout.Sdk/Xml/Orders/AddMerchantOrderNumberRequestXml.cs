using System.Xml.Linq;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

internal static class AddMerchantOrderNumberRequestXml
{
    public static AddMerchantOrderNumberRequest Read(WireElement element) => new()
    {
        GoogleOrderNumber = element.RequiredIdentifierAttribute(Attributes.GoogleOrderNumber).Trim(),
        MerchantOrderNumber = element.RequiredText(Elements.MerchantOrderNumber),
    };

    public static void Write(WireWriter writer, XName name, AddMerchantOrderNumberRequest request)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.GoogleOrderNumber, request.GoogleOrderNumber);
        writer.RequiredText(Elements.MerchantOrderNumber, request.MerchantOrderNumber);
        writer.End();
    }
}

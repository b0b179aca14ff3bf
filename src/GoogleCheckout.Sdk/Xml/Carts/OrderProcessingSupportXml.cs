using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class OrderProcessingSupportXml
{
    public static OrderProcessingSupport Read(WireElement element) => new()
    {
        RequestInitialAuthDetails = element.OptionalBoolean(Elements.RequestInitialAuthDetails),
    };

    public static void Write(WireWriter writer, XName name, OrderProcessingSupport support)
    {
        writer.Start(name);
        writer.Boolean(Elements.RequestInitialAuthDetails, support.RequestInitialAuthDetails);
        writer.End();
    }
}

using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class CartExpirationXml
{
    public static CartExpiration Read(WireElement element) => new()
    {
        GoodUntilDate = element.RequiredTime(Elements.GoodUntilDate),
    };

    public static void Write(WireWriter writer, XName name, CartExpiration expiration)
    {
        writer.Start(name);
        writer.RequiredTime(Elements.GoodUntilDate, expiration.GoodUntilDate);
        writer.End();
    }
}

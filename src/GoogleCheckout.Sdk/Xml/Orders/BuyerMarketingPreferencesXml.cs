using System.Xml.Linq;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

internal static class BuyerMarketingPreferencesXml
{
    public static BuyerMarketingPreferences Read(WireElement element) => new()
    {
        EmailAllowed = element.BooleanIfValid(Elements.EmailAllowed),
    };

    public static void Write(WireWriter writer, XName name, BuyerMarketingPreferences preferences)
    {
        writer.Start(name);
        writer.RequiredBoolean(Elements.EmailAllowed, preferences.EmailAllowed);
        writer.End();
    }
}

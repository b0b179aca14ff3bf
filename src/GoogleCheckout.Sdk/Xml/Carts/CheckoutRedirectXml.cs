using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class CheckoutRedirectXml
{
    public static CheckoutRedirect Read(WireElement element) => new()
    {
        SerialNumber = element.OptionalIdentifierAttribute(Attributes.SerialNumber),
        RedirectUrl = element.RequiredToken(Elements.RedirectUrl),
    };

    public static void Write(WireWriter writer, XName name, CheckoutRedirect redirect)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.SerialNumber, redirect.SerialNumber);
        writer.RequiredText(Elements.RedirectUrl, redirect.RedirectUrl);
        writer.End();
    }
}

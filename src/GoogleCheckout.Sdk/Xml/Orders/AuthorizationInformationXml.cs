using System.Xml.Linq;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

internal static class AuthorizationInformationXml
{
    public static AuthorizationInformation Read(WireElement element) => new()
    {
        AuthorizationAmount = element.OptionalMoney(Elements.AuthorizationAmount),
        AuthorizationExpirationDate = element.OptionalTime(Elements.AuthorizationExpirationDate),
    };

    public static void Write(WireWriter writer, XName name, AuthorizationInformation authorization)
    {
        writer.Start(name);
        writer.RequiredMoney(Elements.AuthorizationAmount, authorization.AuthorizationAmount);
        writer.RequiredTime(Elements.AuthorizationExpirationDate, authorization.AuthorizationExpirationDate);
        writer.End();
    }
}

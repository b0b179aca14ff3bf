using System.Xml.Linq;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Xml.Reports;

internal static class NotificationDataTokenResponseXml
{
    public static NotificationDataTokenResponse Read(WireElement element) => new()
    {
        SerialNumber = element.OptionalIdentifierAttribute(Attributes.SerialNumber),
        ContinueToken = element.RequiredText(Elements.ContinueToken),
    };

    public static void Write(WireWriter writer, XName name, NotificationDataTokenResponse response)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.SerialNumber, response.SerialNumber);
        writer.RequiredText(Elements.ContinueToken, response.ContinueToken);
        writer.End();
    }
}

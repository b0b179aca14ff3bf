using System.Xml.Linq;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Xml.Notifications;

internal static class NotificationAcknowledgmentXml
{
    public static NotificationAcknowledgment Read(WireElement element) => new()
    {
        SerialNumber = element.OptionalIdentifierAttribute(Attributes.SerialNumber),
    };

    public static void Write(WireWriter writer, XName name, NotificationAcknowledgment acknowledgment)
    {
        writer.Start(name);
        writer.Attribute(Attributes.SerialNumber, acknowledgment.SerialNumber);
        writer.End();
    }
}

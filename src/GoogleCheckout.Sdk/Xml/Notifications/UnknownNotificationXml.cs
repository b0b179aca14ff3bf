using GoogleCheckout.Notifications;
using GoogleCheckout.Xml.Orders;

namespace GoogleCheckout.Xml.Notifications;

/// <summary>Reads a notification of a kind that the protocol does not have. Such notifications cannot be written.</summary>
internal static class UnknownNotificationXml
{
    /// <summary>Returns whether an unknown element is a notification: its name ends with -notification, and it has a serial number.</summary>
    public static bool IsNotification(WireElement element, UnknownName name) =>
        name.LocalName.EndsWith("-notification", StringComparison.Ordinal)
        && ProtocolNamespace.Contains(name.NamespaceName)
        && element.Attribute(Attributes.SerialNumber) is not null;

    public static UnknownNotification Read(WireElement element, UnknownName name) => new()
    {
        RootName = name.LocalName,
        SerialNumber = element.RequiredIdentifierAttribute(Attributes.SerialNumber),
        GoogleOrderNumber = element.OptionalIdentifier(Elements.GoogleOrderNumber) ?? string.Empty,
        Timestamp = element.OptionalTime(Elements.Timestamp),
        OrderSummary = element.Optional(Elements.OrderSummary, OrderSummaryXml.Read),
    };
}

using System.Xml.Linq;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Xml.Notifications;

/// <summary>The kinds of notification with their codecs.</summary>
internal static class NotificationCodecs
{
    public static IReadOnlyList<MessageCodec> All { get; } =
    [
        MessageCodec.For(Elements.NewOrderNotification, NewOrderNotificationXml.Read, NewOrderNotificationXml.Write),
        MessageCodec.For(Elements.OrderStateChangeNotification, OrderStateChangeNotificationXml.Read, OrderStateChangeNotificationXml.Write),
        MessageCodec.For(Elements.RiskInformationNotification, RiskInformationNotificationXml.Read, RiskInformationNotificationXml.Write),
        MessageCodec.For(Elements.AuthorizationAmountNotification, AuthorizationAmountNotificationXml.Read, AuthorizationAmountNotificationXml.Write),
        MessageCodec.For(Elements.ChargeAmountNotification, ChargeAmountNotificationXml.Read, ChargeAmountNotificationXml.Write),
        MessageCodec.For(Elements.RefundAmountNotification, RefundAmountNotificationXml.Read, RefundAmountNotificationXml.Write),
        MessageCodec.For(Elements.ChargebackAmountNotification, ChargebackAmountNotificationXml.Read, ChargebackAmountNotificationXml.Write),
        MessageCodec.For(Elements.CancelledSubscriptionNotification, CancelledSubscriptionNotificationXml.Read, CancelledSubscriptionNotificationXml.Write),
    ];

    private static readonly Dictionary<XName, MessageCodec> ByName = All.ToDictionary(codec => codec.Name);
    private static readonly Dictionary<Type, MessageCodec> ByType = All.ToDictionary(codec => codec.Type);

    /// <summary>Reads a notification in a list.</summary>
    /// <returns>The notification; null if the element is none.</returns>
    public static Notification? Read(WireElement element)
    {
        var notification = ByName.TryGetValue(element.Name, out var codec) ? (Notification)codec.Read(element)
            : UnknownNotificationXml.IsNotification(element, element.NameInDocument) ? UnknownNotificationXml.Read(element, element.NameInDocument)
            : null;
        return notification is null ? null : MessageCodec.KeepXml(element, notification);
    }

    /// <summary>Writes a notification in a list.</summary>
    /// <exception cref="ArgumentException">The notification lacks what the schema requires, or its kind is unknown.</exception>
    public static void Write(WireWriter writer, Notification notification)
    {
        var codec = ByType.TryGetValue(notification.GetType(), out var known) ? known : throw MessageCodec.CannotWrite(notification);
        codec.Write(writer, codec.Name, notification);
    }
}

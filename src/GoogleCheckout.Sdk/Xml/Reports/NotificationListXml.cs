using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;
using GoogleCheckout.Xml.Notifications;

namespace GoogleCheckout.Xml.Reports;

/// <summary>Reads and writes the notifications of all kinds in a history or polling response.</summary>
internal static class NotificationListXml
{
    /// <summary>Reads all notifications in document order: those in the list, and those that the service wrote beside it.</summary>
    public static NotificationList Read(WireElement response) => new(response.Elements()
        .SelectMany(child => child.Name == Elements.Notifications ? child.Elements() : [child]));

    /// <summary>Writes the list of the notifications.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="notifications">The notifications.</param>
    /// <param name="unreadable">Those of the response that cannot be read. There must be none, because the protocol has no place for them.</param>
    public static void Write(WireWriter writer, IReadOnlyList<Notification> notifications, IReadOnlyList<UnreadableNotification> unreadable)
    {
        writer.Check(
            unreadable is { Count: 0 },
            nameof(NotificationHistoryResponse.UnreadableNotifications),
            "must be empty, because what cannot be read cannot be written. Its XML is in RawXml");
        writer.RequiredList(Elements.Notifications, notifications, WriteOne, nameof(NotificationHistoryResponse.Notifications));
    }

    private static void WriteOne(WireWriter writer, Notification notification)
    {
        writer.Check(
            notification is not CancelledSubscriptionNotification,
            nameof(NotificationHistoryResponse.Notifications),
            "must not contain a cancelled-subscription-notification, because the schema does not allow it in a list");
        NotificationCodecs.Write(writer, notification);
    }
}

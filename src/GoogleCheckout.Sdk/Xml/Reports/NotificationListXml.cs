using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;
using GoogleCheckout.Xml.Notifications;

namespace GoogleCheckout.Xml.Reports;

/// <summary>Reads and writes the notifications of all kinds in a history or polling response.</summary>
internal static class NotificationListXml
{
    /// <summary>Reads all notifications in document order: those in the list, and those that the service wrote beside it.</summary>
    public static IReadOnlyList<Notification> Read(WireElement response) => response.Elements()
        .SelectMany(child => child.Name == Elements.Notifications ? child.Elements() : [child])
        .Select(ReadOne)
        .OfType<Notification>()
        .ToList()
        .AsReadOnly();

    public static void WriteOne(WireWriter writer, Notification notification)
    {
        writer.Check(
            notification is not CancelledSubscriptionNotification,
            nameof(NotificationHistoryResponse.Notifications),
            "must not contain a cancelled-subscription-notification, because the schema does not allow it in a list");
        NotificationCodecs.Write(writer, notification);
    }

    private static Notification? ReadOne(WireElement element) =>
        element.NameInDocument.LocalName.EndsWith("-notification", StringComparison.Ordinal) ? NotificationCodecs.Read(element) : null;
}

using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;
using GoogleCheckout.Xml.Notifications;

namespace GoogleCheckout.Xml.Reports;

/// <summary>The notifications in an answer to a history request or a poll, of all kinds mixed.</summary>
internal static class NotificationListXml
{
    /// <summary>All notifications in document order: those in the list, and any the service put beside it.</summary>
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
            "may not hold a cancelled-subscription-notification, which the schema allows in no list");
        NotificationCodecs.Write(writer, notification);
    }

    private static Notification? ReadOne(WireElement element) =>
        element.NameInDocument.LocalName.EndsWith("-notification", StringComparison.Ordinal) ? NotificationCodecs.Read(element) : null;
}

using GoogleCheckout.Notifications;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Notifications;

/// <summary>
/// The serial number and the order number. Neither has a format one may rely on, so only what could be no name at all is
/// found.
/// </summary>
internal static class IdentityRules
{
    private const int MaxLength = 128;

    public static IEnumerable<NotificationIssue> In(Notification notification, ElementPath root)
    {
        if (Fault(notification.SerialNumber) is { } faultOfSerial)
        {
            yield return root.ToAttribute(Attributes.SerialNumber).Finding(faultOfSerial);
        }

        // A kind the protocol does not have may be about no order.
        var isAbsent = notification is UnknownNotification && notification.GoogleOrderNumber.Length == 0;
        if (!isAbsent && Fault(notification.GoogleOrderNumber) is { } faultOfNumber)
        {
            yield return root.To(Elements.GoogleOrderNumber).Finding(faultOfNumber);
        }

        if (notification.OrderSummary is { } summary && summary.GoogleOrderNumber != notification.GoogleOrderNumber)
        {
            yield return root.To(Elements.OrderSummary).To(Elements.GoogleOrderNumber).Finding("is not the order number of the notification");
        }
    }

    private static string? Fault(string token) =>
        token.Length == 0 ? "is empty"
        : token.Length > MaxLength ? $"has more than {MaxLength} characters"
        : !token.All(IsPlausible) ? "has white space, markup or other characters that no such number has"
        : null;

    private static bool IsPlausible(char character) => character is > ' ' and <= '~' and not ('<' or '>' or '&' or '"' or '\'');
}

using GoogleCheckout.Notifications;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Notifications;

/// <summary>
/// Validates the serial number and the order number. Neither has a fixed format, so only implausible values are issues.
/// </summary>
internal static class IdentityRules
{
    public static IEnumerable<NotificationIssue> In(Notification notification, ElementPath root)
    {
        if (GetError(notification.SerialNumber) is { } serialNumberError)
        {
            yield return root.ToAttribute(Attributes.SerialNumber).CreateIssue(serialNumberError);
        }

        // A notification of an unknown kind may have no order.
        var isAbsent = notification is UnknownNotification && notification.GoogleOrderNumber.Length == 0;
        if (!isAbsent && GetError(notification.GoogleOrderNumber) is { } orderNumberError)
        {
            yield return root.To(Elements.GoogleOrderNumber).CreateIssue(orderNumberError);
        }

        if (notification.OrderSummary is { } summary && summary.GoogleOrderNumber != notification.GoogleOrderNumber)
        {
            yield return root.To(Elements.OrderSummary).To(Elements.GoogleOrderNumber).CreateIssue("is not the order number of the notification");
        }
    }

    private static string? GetError(string token) =>
        token.Length == 0 ? "is empty"
        : TextLength.Exceeds(token, Identifier.MaxLength) ? $"has more than {Identifier.MaxLength} characters"
        : !token.All(IsPlausible) ? "contains white space, markup or other characters that are not allowed in a number"
        : null;

    private static bool IsPlausible(char character) => character is > ' ' and <= '~' and not ('<' or '>' or '&' or '"' or '\'');
}

using GoogleCheckout.Notifications;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Notifications;

/// <summary>What is found stands somewhere.</summary>
internal static class IssuePath
{
    public static NotificationIssue Finding(this ElementPath path, string reason) => new() { Path = path.ToString(), Reason = reason };
}

using GoogleCheckout.Notifications;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Notifications;

/// <summary>Creates issues from paths.</summary>
internal static class IssuePath
{
    public static NotificationIssue CreateIssue(this ElementPath path, string reason) => new() { Path = path.ToString(), Reason = QuotedText.OfIdentifier(reason, QuotedText.LineLength) };
}

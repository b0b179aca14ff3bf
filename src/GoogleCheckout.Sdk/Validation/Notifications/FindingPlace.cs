using GoogleCheckout.Xml;

namespace GoogleCheckout.Notifications.Validation;

/// <summary>What is found stands somewhere.</summary>
internal static class FindingPlace
{
    public static NotificationFinding Finding(this ElementPath path, string reason) => new() { Path = path.ToString(), Reason = reason };
}

using GoogleCheckout.Validation.Notifications;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Notifications;

/// <summary>
/// Looks whether what a notification says makes sense: numbers that could be numbers, one currency, totals that add up, states
/// that follow each other, and an order summary that says the same. It is thread-safe.
/// </summary>
/// <remarks>
/// <para>
/// Only what is there is looked at: what a message leaves out is no finding. A sum may be off by the currency's smallest unit
/// for each line of the cart, as senders round in different places; what is in tolerance there, is so everywhere.
/// </para>
/// <para>
/// Orders with subscriptions or promotions are not summed up: nothing is known of how their prices come into the total.
/// </para>
/// </remarks>
public sealed class NotificationValidator
{
    private readonly Check[] _checks = [IdentityRules.In, StateRules.In, OrderCartRules.In];

    // Amounts that are nonsense by themselves, or in different currencies, add up to nothing.
    private readonly Check[] _checksOfSoundAmounts = [SumRules.In, LimitRules.In];

    private delegate IEnumerable<NotificationIssue> Check(Notification notification, ElementPath root);

    /// <summary>Looks at a notification.</summary>
    /// <param name="notification">The notification, as it was read.</param>
    /// <returns>What does not make sense; empty for nearly every notification of an honest sender.</returns>
    public IReadOnlyList<NotificationIssue> Validate(Notification notification)
    {
        _ = notification ?? throw new ArgumentNullException(nameof(notification));
        var root = ElementPath.Root(NameOf(notification));
        List<NotificationIssue> issues = [.. AmountRules.In(notification, root)];
        var checks = issues.Count > 0 ? _checks : [.. _checks, .. _checksOfSoundAmounts];
        foreach (var check in checks)
        {
            issues.AddRange(check(notification, root));
        }

        return issues;
    }

    private static string NameOf(Notification notification) =>
        notification is UnknownNotification unknown ? UnknownName.Quote(unknown.RootName) : MessageCodecs.RootName(notification);
}

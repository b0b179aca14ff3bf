using GoogleCheckout.Validation.Notifications;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Notifications;

/// <summary>
/// Validates that a notification is consistent: plausible serial and order numbers, a single currency, totals that add up, possible
/// state transitions, and an order summary that matches the notification. This class is thread-safe.
/// </summary>
/// <remarks>
/// <para>
/// A missing optional element is not an issue. A sum may differ by the currency's smallest unit for each item of the cart,
/// because senders round at different points.
/// </para>
/// <para>
/// Sums of orders with subscriptions or promotions are not validated, because it is unknown how their prices contribute to the total.
/// </para>
/// </remarks>
public sealed class NotificationValidator
{
    private readonly Check[] _checks = [IdentityRules.In, StateRules.In, OrderCartRules.In];

    // Run only if each amount is valid and all are in one currency: others cannot be added.
    private readonly Check[] _checksOfValidAmounts = [SumRules.In, LimitRules.In];

    private delegate IEnumerable<NotificationIssue> Check(Notification notification, ElementPath root);

    /// <summary>Validates a notification.</summary>
    /// <param name="notification">The notification, as it was received.</param>
    /// <returns>The issues; empty if there are none, as for nearly every genuine notification.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="notification"/> is null.</exception>
    public IReadOnlyList<NotificationIssue> Validate(Notification notification)
    {
        _ = notification ?? throw new ArgumentNullException(nameof(notification));
        var root = ElementPath.Root(GetRootName(notification));
        List<NotificationIssue> issues = [.. AmountRules.In(notification, root)];
        var checks = issues.Count > 0 ? _checks : [.. _checks, .. _checksOfValidAmounts];
        foreach (var check in checks)
        {
            issues.AddRange(check(notification, root));
        }

        return issues;
    }

    private static string GetRootName(Notification notification) =>
        notification is UnknownNotification unknown ? UnknownName.Quote(unknown.RootName) : MessageCodecs.RootName(notification);
}

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
    private const int MaxListed = 100;

    private readonly Check[] _checks = [IdentityRules.In, StateRules.In, OrderCartRules.In];

    // Run only if each amount is valid and all are in one currency: others cannot be added.
    private readonly Check[] _checksOfValidAmounts = [SumRules.In, LimitRules.In];

    private delegate IEnumerable<NotificationIssue> Check(Notification notification, ElementPath root);

    /// <summary>Validates a notification.</summary>
    /// <param name="notification">The notification, as it was received.</param>
    /// <returns>
    /// The issues; empty if there are none, as for nearly every genuine notification. If there are more than 100, the last one has the
    /// number of the others.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="notification"/> is null.</exception>
    public IReadOnlyList<NotificationIssue> Validate(Notification notification)
    {
        _ = notification ?? throw new ArgumentNullException(nameof(notification));
        var root = ElementPath.Root(GetRootName(notification));
        var issues = new List<NotificationIssue>();
        var others = AddUpToLimit(issues, AmountRules.In(notification, root));
        var checks = issues.Count > 0 ? _checks : [.. _checks, .. _checksOfValidAmounts];
        foreach (var check in checks)
        {
            others += AddUpToLimit(issues, check(notification, root));
        }

        if (others > 0)
        {
            issues.Add(root.CreateIssue(FormattableString.Invariant($"has {others} more issues, which are not listed")));
        }

        return issues;
    }

    /// <summary>Adds issues, and returns the number of those that are too many.</summary>
    private static int AddUpToLimit(List<NotificationIssue> issues, IEnumerable<NotificationIssue> found)
    {
        var others = 0;
        foreach (var issue in found)
        {
            if (issues.Count < MaxListed)
            {
                issues.Add(issue);
            }
            else
            {
                others++;
            }
        }

        return others;
    }

    private static string GetRootName(Notification notification) =>
        notification is UnknownNotification unknown ? QuotedText.Of(unknown.RootName) : MessageCodecs.RootName(notification);
}

using System.Xml.Linq;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Xml;
using GoogleCheckout.Xml.Orders;

namespace GoogleCheckout.Validation.Notifications;

/// <summary>Validates that state transitions are possible, and that the states match those in the summary. Ignores empty and unknown states.</summary>
internal static class StateRules
{
    public static IEnumerable<NotificationIssue> In(Notification notification, ElementPath root) => notification switch
    {
        OrderStateChangeNotification change => InChange(change, root),
        NewOrderNotification { OrderSummary: { } summary } order => InSummary(summary, order.FinancialOrderState, order.FulfillmentOrderState, root),
        _ => [],
    };

    private static IEnumerable<NotificationIssue> InChange(OrderStateChangeNotification change, ElementPath root)
    {
        if (!OrderTransitions.IsPossible(change.PreviousFinancialOrderState, change.NewFinancialOrderState))
        {
            yield return root.To(Elements.NewFinancialOrderState).CreateIssue(
                $"is {Format(change.NewFinancialOrderState)}, which cannot follow {Format(change.PreviousFinancialOrderState)}");
        }

        if (!OrderTransitions.IsPossible(change.PreviousFulfillmentOrderState, change.NewFulfillmentOrderState))
        {
            yield return root.To(Elements.NewFulfillmentOrderState).CreateIssue(
                $"is {Format(change.NewFulfillmentOrderState)}, which cannot follow {Format(change.PreviousFulfillmentOrderState)}");
        }

        if (change.OrderSummary is { } summary)
        {
            foreach (var issue in InSummary(summary, change.NewFinancialOrderState, change.NewFulfillmentOrderState, root))
            {
                yield return issue;
            }
        }
    }

    private static IEnumerable<NotificationIssue> InSummary(OrderSummary summary, FinancialOrderState financial, FulfillmentOrderState fulfillment, ElementPath root)
    {
        var path = root.To(Elements.OrderSummary);
        if (Differ(Format(summary.FinancialOrderState), Format(financial)))
        {
            yield return CreateDifference(path, Elements.FinancialOrderState, Format(summary.FinancialOrderState), Format(financial));
        }

        if (Differ(Format(summary.FulfillmentOrderState), Format(fulfillment)))
        {
            yield return CreateDifference(path, Elements.FulfillmentOrderState, Format(summary.FulfillmentOrderState), Format(fulfillment));
        }
    }

    private static bool Differ(string? left, string? right) => left is not null && right is not null && left != right;

    private static NotificationIssue CreateDifference(ElementPath path, XName name, string? inSummary, string? outside) =>
        path.To(name).CreateIssue($"is {inSummary}, but {outside} in the notification itself");

    private static string? Format(FinancialOrderState state) => FinancialOrderStateXml.States.Format(state);

    private static string? Format(FulfillmentOrderState state) => FulfillmentOrderStateXml.States.Format(state);
}

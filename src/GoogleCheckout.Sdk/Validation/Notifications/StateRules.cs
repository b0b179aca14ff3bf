using System.Xml.Linq;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Xml;
using GoogleCheckout.Xml.Orders;

namespace GoogleCheckout.Validation.Notifications;

/// <summary>States that follow each other, and that are the same in the summary. An empty or unknown state says nothing.</summary>
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
        if (!OrderTransitions.Exists(change.PreviousFinancialOrderState, change.NewFinancialOrderState))
        {
            yield return root.To(Elements.NewFinancialOrderState).Finding(
                $"is {Word(change.NewFinancialOrderState)}, which no order becomes that was {Word(change.PreviousFinancialOrderState)}");
        }

        if (!OrderTransitions.Exists(change.PreviousFulfillmentOrderState, change.NewFulfillmentOrderState))
        {
            yield return root.To(Elements.NewFulfillmentOrderState).Finding(
                $"is {Word(change.NewFulfillmentOrderState)}, which no order becomes that was {Word(change.PreviousFulfillmentOrderState)}");
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
        if (Differ(Word(summary.FinancialOrderState), Word(financial)))
        {
            yield return Difference(path, Elements.FinancialOrderState, Word(summary.FinancialOrderState), Word(financial));
        }

        if (Differ(Word(summary.FulfillmentOrderState), Word(fulfillment)))
        {
            yield return Difference(path, Elements.FulfillmentOrderState, Word(summary.FulfillmentOrderState), Word(fulfillment));
        }
    }

    private static bool Differ(string? left, string? right) => left is not null && right is not null && left != right;

    private static NotificationIssue Difference(ElementPath path, XName name, string? inSummary, string? outside) =>
        path.To(name).Finding($"is {inSummary}, but {outside} in the notification itself");

    private static string? Word(FinancialOrderState state) => FinancialOrderStateXml.States.Format(state);

    private static string? Word(FulfillmentOrderState state) => FulfillmentOrderStateXml.States.Format(state);
}

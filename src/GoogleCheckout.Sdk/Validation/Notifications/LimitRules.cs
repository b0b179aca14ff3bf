using System.Xml.Linq;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Notifications;

/// <summary>Validates that amounts are within their limits: the latest amount within the total, charges within the order total, refunds and chargebacks within the charges.</summary>
internal static class LimitRules
{
    public static IEnumerable<NotificationIssue> In(Notification notification, ElementPath root) =>
        InKind(notification, root).Concat(notification.OrderSummary is { } order ? InSummary(order, root.To(Elements.OrderSummary)) : []).OfType<NotificationIssue>();

    private static IEnumerable<NotificationIssue?> InKind(Notification notification, ElementPath root)
    {
        var order = notification.OrderSummary;
        return notification switch
        {
            NewOrderNotification placed => [ValidateNotNegative(root, Elements.OrderTotal, placed.OrderTotal)],
            ChargeAmountNotification charge => InTotal(
                root, (Elements.LatestChargeAmount, charge.LatestChargeAmount), (Elements.TotalChargeAmount, charge.TotalChargeAmount), order?.TotalChargeAmount),
            RefundAmountNotification refund => InTotal(
                root, (Elements.LatestRefundAmount, refund.LatestRefundAmount), (Elements.TotalRefundAmount, refund.TotalRefundAmount), order?.TotalRefundAmount),
            ChargebackAmountNotification chargeback => InTotal(
                root, (Elements.LatestChargebackAmount, chargeback.LatestChargebackAmount), (Elements.TotalChargebackAmount, chargeback.TotalChargebackAmount), order?.TotalChargebackAmount),
            _ => [],
        };
    }

    // The summary in a notification is a snapshot at the time of the event, so it has the same total.
    private static IEnumerable<NotificationIssue?> InTotal(ElementPath root, (XName Name, Money Amount) latest, (XName Name, Money Amount) total, Money? inSummary) =>
    [
        ValidateNotNegative(root, latest.Name, latest.Amount),
        ValidateNotNegative(root, total.Name, total.Amount),
        ValidateLimit(root, latest, total),
        inSummary is { } other && !Tolerance.AreEqual(total.Amount, other)
            ? root.To(Elements.OrderSummary).To(total.Name).CreateIssue($"is {other}, but {total.Amount} in the notification itself")
            : null,
    ];

    private static IEnumerable<NotificationIssue?> InSummary(OrderSummary order, ElementPath path)
    {
        var charged = (Elements.TotalChargeAmount, order.TotalChargeAmount);
        return
        [
            ValidateNotNegative(path, Elements.OrderTotal, order.OrderTotal),
            ValidateNotNegative(path, Elements.TotalChargeAmount, order.TotalChargeAmount),
            ValidateNotNegative(path, Elements.TotalRefundAmount, order.TotalRefundAmount),
            ValidateNotNegative(path, Elements.TotalChargebackAmount, order.TotalChargebackAmount),
            IsPaidOnce(order) ? ValidateLimit(path, charged, (Elements.OrderTotal, order.OrderTotal)) : null,
            ValidateLimit(path, (Elements.TotalRefundAmount, order.TotalRefundAmount), charged),
            ValidateLimit(path, (Elements.TotalChargebackAmount, order.TotalChargebackAmount), charged),
        ];
    }

    // It is unknown whether the order total includes the charges of subscriptions and promotions.
    private static bool IsPaidOnce(OrderSummary order) => order.Promotions.Count == 0 && order.ShoppingCart.Items.All(item => item.Subscription is null);

    private static NotificationIssue? ValidateNotNegative(ElementPath parent, XName name, Money amount) =>
        amount.Amount < 0 ? parent.To(name).CreateIssue($"is {amount}, which is negative") : null;

    private static NotificationIssue? ValidateLimit(ElementPath parent, (XName Name, Money Amount) amount, (XName Name, Money Amount) limit) =>
        Tolerance.Exceeds(amount.Amount, limit.Amount)
            ? parent.To(amount.Name).CreateIssue($"is {amount.Amount}, which is more than {limit.Name.LocalName}, {limit.Amount}")
            : null;
}

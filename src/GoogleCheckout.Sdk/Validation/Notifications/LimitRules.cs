using System.Xml.Linq;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Notifications;

/// <summary>Amounts within their limits: the latest within the total, what was charged within the order, what went back within what was charged.</summary>
internal static class LimitRules
{
    public static IEnumerable<NotificationIssue> In(Notification notification, ElementPath root) =>
        InKind(notification, root).Concat(notification.OrderSummary is { } order ? InSummary(order, root.To(Elements.OrderSummary)) : []).OfType<NotificationIssue>();

    private static IEnumerable<NotificationIssue?> InKind(Notification notification, ElementPath root)
    {
        var order = notification.OrderSummary;
        return notification switch
        {
            NewOrderNotification placed => [Negative(root, Elements.OrderTotal, placed.OrderTotal)],
            ChargeAmountNotification charge => InTotal(
                root, (Elements.LatestChargeAmount, charge.LatestChargeAmount), (Elements.TotalChargeAmount, charge.TotalChargeAmount), order?.TotalChargeAmount),
            RefundAmountNotification refund => InTotal(
                root, (Elements.LatestRefundAmount, refund.LatestRefundAmount), (Elements.TotalRefundAmount, refund.TotalRefundAmount), order?.TotalRefundAmount),
            ChargebackAmountNotification chargeback => InTotal(
                root, (Elements.LatestChargebackAmount, chargeback.LatestChargebackAmount), (Elements.TotalChargebackAmount, chargeback.TotalChargebackAmount), order?.TotalChargebackAmount),
            _ => [],
        };
    }

    // The summary in a notification is of the same event, so it has the same total.
    private static IEnumerable<NotificationIssue?> InTotal(ElementPath root, (XName Name, Money Amount) latest, (XName Name, Money Amount) total, Money? inSummary) =>
    [
        Negative(root, latest.Name, latest.Amount),
        Negative(root, total.Name, total.Amount),
        More(root, latest, total),
        inSummary is { } other && !Tolerance.Same(total.Amount, other)
            ? root.To(Elements.OrderSummary).To(total.Name).Finding($"is {other}, but {total.Amount} in the notification itself")
            : null,
    ];

    private static IEnumerable<NotificationIssue?> InSummary(OrderSummary order, ElementPath path)
    {
        var charged = (Elements.TotalChargeAmount, order.TotalChargeAmount);
        return
        [
            Negative(path, Elements.OrderTotal, order.OrderTotal),
            Negative(path, Elements.TotalChargeAmount, order.TotalChargeAmount),
            Negative(path, Elements.TotalRefundAmount, order.TotalRefundAmount),
            Negative(path, Elements.TotalChargebackAmount, order.TotalChargebackAmount),
            IsPaidOnce(order) ? More(path, charged, (Elements.OrderTotal, order.OrderTotal)) : null,
            More(path, (Elements.TotalRefundAmount, order.TotalRefundAmount), charged),
            More(path, (Elements.TotalChargebackAmount, order.TotalChargebackAmount), charged),
        ];
    }

    // What a subscription or a promotion adds to the charges is not known to be in the total of the order.
    private static bool IsPaidOnce(OrderSummary order) => order.Promotions.Count == 0 && order.ShoppingCart.Items.All(item => item.Subscription is null);

    private static NotificationIssue? Negative(ElementPath parent, XName name, Money amount) =>
        amount.Amount < 0 ? parent.To(name).Finding($"is {amount}, which is less than nothing") : null;

    private static NotificationIssue? More(ElementPath parent, (XName Name, Money Amount) amount, (XName Name, Money Amount) limit) =>
        Tolerance.Exceeds(amount.Amount, limit.Amount)
            ? parent.To(amount.Name).Finding($"is {amount.Amount}, which is more than {limit.Name.LocalName}, {limit.Amount}")
            : null;
}

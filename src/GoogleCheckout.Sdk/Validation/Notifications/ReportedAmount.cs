using System.Xml.Linq;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Notifications;

/// <summary>An amount in a notification, and its path.</summary>
internal readonly record struct ReportedAmount(ElementPath Path, Money Money)
{
    /// <summary>Returns all amounts. The order total is first, if the notification contains it.</summary>
    public static IEnumerable<ReportedAmount> In(Notification notification, ElementPath root) =>
        InSummary(notification.OrderSummary, root.To(Elements.OrderSummary)).Concat(InKind(notification, root)).OfType<ReportedAmount>();

    private static IEnumerable<ReportedAmount?> InSummary(OrderSummary? order, ElementPath path) => order is null ? [] :
    [
        At(path, Elements.OrderTotal, order.OrderTotal),
        At(path, Elements.TotalChargeAmount, order.TotalChargeAmount),
        At(path, Elements.TotalRefundAmount, order.TotalRefundAmount),
        At(path, Elements.TotalChargebackAmount, order.TotalChargebackAmount),
        At(path.To(Elements.Authorization), Elements.AuthorizationAmount, order.Authorization?.AuthorizationAmount),
        .. InAdjustment(order.OrderAdjustment, path.To(Elements.OrderAdjustment)),
        .. InCart(order.ShoppingCart, path.To(Elements.ShoppingCart)),
        .. InPromotions(order.Promotions, path.To(Elements.Promotions)),
    ];

    private static IEnumerable<ReportedAmount?> InKind(Notification notification, ElementPath root) => notification switch
    {
        NewOrderNotification order =>
        [
            At(root, Elements.OrderTotal, order.OrderTotal),
            .. InAdjustment(order.OrderAdjustment, root.To(Elements.OrderAdjustment)),
            .. InCart(order.ShoppingCart, root.To(Elements.ShoppingCart)),
            .. InPromotions(order.Promotions, root.To(Elements.Promotions)),
        ],
        AuthorizationAmountNotification authorization => [At(root, Elements.AuthorizationAmount, authorization.AuthorizationAmount)],
        ChargeAmountNotification charge =>
        [
            At(root, Elements.TotalChargeAmount, charge.TotalChargeAmount),
            At(root, Elements.LatestChargeAmount, charge.LatestChargeAmount),
            At(root, Elements.LatestPromotionChargeAmount, charge.LatestPromotionChargeAmount),
            At(root.To(Elements.LatestChargeFee), Elements.Total, charge.LatestChargeFee?.Total),
            At(root.To(Elements.LatestChargeFee), Elements.Flat, charge.LatestChargeFee?.Flat),
        ],
        RefundAmountNotification refund =>
        [
            At(root, Elements.TotalRefundAmount, refund.TotalRefundAmount),
            At(root, Elements.LatestRefundAmount, refund.LatestRefundAmount),
            At(root, Elements.LatestPromotionRefundAmount, refund.LatestPromotionRefundAmount),
            At(root, Elements.LatestFeeRefundAmount, refund.LatestFeeRefundAmount),
        ],
        ChargebackAmountNotification chargeback =>
        [
            At(root, Elements.TotalChargebackAmount, chargeback.TotalChargebackAmount),
            At(root, Elements.LatestChargebackAmount, chargeback.LatestChargebackAmount),
            At(root, Elements.LatestPromotionChargebackAmount, chargeback.LatestPromotionChargebackAmount),
            At(root, Elements.LatestFeeRefundAmount, chargeback.LatestFeeRefundAmount),
            At(root, Elements.LatestChargebackFeeAmount, chargeback.LatestChargebackFeeAmount),
        ],
        _ => [],
    };

    private static IEnumerable<ReportedAmount?> InAdjustment(OrderAdjustment? adjustment, ElementPath path) => adjustment is null ? [] :
    [
        At(path, Elements.AdjustmentTotal, adjustment.AdjustmentTotal),
        At(path, Elements.TotalTax, adjustment.TotalTax),
        At(path.To(Elements.Shipping), Elements.ShippingCost, adjustment.Shipping?.ShippingCost),
        .. adjustment.MerchantCodes.Select(code => At(path.To(Elements.MerchantCodes), Elements.AppliedAmount, code.AppliedAmount)),
    ];

    private static IEnumerable<ReportedAmount?> InCart(ShoppingCart cart, ElementPath path)
    {
        var items = path.To(Elements.Items);
        return cart.Items.SelectMany((item, index) => InItem(item, items.To(Elements.Item, index + 1, cart.Items.Count)));
    }

    private static IEnumerable<ReportedAmount?> InItem(Item item, ElementPath path)
    {
        yield return At(path, Elements.UnitPrice, item.UnitPrice);
        foreach (var payment in item.Subscription?.Payments ?? [])
        {
            yield return At(path.To(Elements.Subscription).To(Elements.Payments).To(Elements.SubscriptionPayment), Elements.MaximumCharge, payment.MaximumCharge);
        }
    }

    private static IEnumerable<ReportedAmount?> InPromotions(IReadOnlyList<Promotion> promotions, ElementPath path) =>
        promotions.Select((promotion, index) => At(path.To(Elements.Promotion, index + 1, promotions.Count), Elements.TotalAmount, promotion.TotalAmount));

    private static ReportedAmount? At(ElementPath parent, XName name, Money? money) => money is { } known ? new ReportedAmount(parent.To(name), known) : null;
}

using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Notifications.Validation;

/// <summary>Totals that add up, in the notification of a new order and in every order summary.</summary>
internal static class SumCheck
{
    public static IEnumerable<NotificationFinding> In(Notification notification, ElementPath root)
    {
        var summary = notification.OrderSummary is { } order
            ? In(order.ShoppingCart, order.OrderAdjustment, order.OrderTotal, order.Promotions, root.To(Elements.OrderSummary))
            : [];
        return notification is NewOrderNotification placed
            ? In(placed.ShoppingCart, placed.OrderAdjustment, placed.OrderTotal, placed.Promotions, root).Concat(summary)
            : summary;
    }

    // A message without an adjustment-total may have left out more: it is not added up.
    private static IEnumerable<NotificationFinding> In(ShoppingCart cart, OrderAdjustment? adjustment, Money total, IReadOnlyList<Promotion> promotions, ElementPath path)
    {
        if (adjustment?.AdjustmentTotal is not { } adjustmentTotal)
        {
            yield break;
        }

        var parts = Parts(adjustment);
        if (HasParts(adjustment) && !Tolerance.Same(adjustmentTotal, parts))
        {
            yield return path.To(Elements.OrderAdjustment).To(Elements.AdjustmentTotal)
                .Finding($"is {adjustmentTotal}, but taxes, shipping and codes come to {parts}");
        }

        var sum = (adjustmentTotal with { Amount = adjustmentTotal.Amount + Price(cart) });
        if (IsSummable(cart, promotions) && !Tolerance.Same(total, sum, cart.Items.Count))
        {
            yield return path.To(Elements.OrderTotal).Finding($"is {total}, but the items and the adjustment-total come to {sum}");
        }
    }

    private static bool HasParts(OrderAdjustment adjustment) =>
        adjustment.TotalTax is not null || adjustment.Shipping is not null || adjustment.MerchantCodes.Count > 0;

    private static Money Parts(OrderAdjustment adjustment) => adjustment.AdjustmentTotal.GetValueOrDefault() with
    {
        Amount = (adjustment.TotalTax?.Amount ?? 0) + (adjustment.Shipping?.ShippingCost.Amount ?? 0) - adjustment.MerchantCodes.Sum(code => code.AppliedAmount.Amount),
    };

    private static bool IsSummable(ShoppingCart cart, IReadOnlyList<Promotion> promotions) =>
        cart.Items.Count > 0 && promotions.Count == 0 && cart.Items.All(item => item.Subscription is null);

    private static decimal Price(ShoppingCart cart) => cart.Items.Sum(item => item.UnitPrice.Amount * item.Quantity);
}

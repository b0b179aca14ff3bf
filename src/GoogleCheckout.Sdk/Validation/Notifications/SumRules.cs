using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Notifications;

/// <summary>Validates that totals add up, in the notification of a new order and in each order summary.</summary>
internal static class SumRules
{
    public static IEnumerable<NotificationIssue> In(Notification notification, ElementPath root)
    {
        var summary = notification.OrderSummary is { } order
            ? In(order.ShoppingCart, order.OrderAdjustment, order.OrderTotal, order.Promotions, root.To(Elements.OrderSummary))
            : [];
        return notification is NewOrderNotification placed
            ? In(placed.ShoppingCart, placed.OrderAdjustment, placed.OrderTotal, placed.Promotions, root).Concat(summary)
            : summary;
    }

    // Old messages have no adjustment-total; the sum of its parts is used instead.
    private static IEnumerable<NotificationIssue> In(ShoppingCart cart, OrderAdjustment? adjustment, Money total, IReadOnlyList<Promotion> promotions, ElementPath path)
    {
        var parts = adjustment is not null && HasParts(adjustment) ? total with { Amount = AddParts(adjustment) } : (Money?)null;
        if (adjustment?.AdjustmentTotal is { } reported && parts is { } sum && !Tolerance.AreEqual(reported, sum))
        {
            yield return path.To(Elements.OrderAdjustment).To(Elements.AdjustmentTotal)
                .CreateIssue($"is {reported}, but tax, shipping and codes add up to {sum}");
        }

        if ((adjustment?.AdjustmentTotal ?? parts) is { } adjustments && IsSummable(cart, promotions))
        {
            var expected = total with { Amount = GetPrice(cart) + adjustments.Amount };
            if (!Tolerance.AreEqual(total, expected, cart.Items.Count))
            {
                yield return path.To(Elements.OrderTotal).CreateIssue($"is {total}, but the items and adjustments add up to {expected}");
            }
        }
    }

    private static bool HasParts(OrderAdjustment adjustment) =>
        adjustment.TotalTax is not null || adjustment.Shipping is not null || adjustment.MerchantCodes.Count > 0;

    private static decimal AddParts(OrderAdjustment adjustment) =>
        (adjustment.TotalTax?.Amount ?? 0) + (adjustment.Shipping?.ShippingCost.Amount ?? 0) - adjustment.MerchantCodes.Sum(code => code.AppliedAmount.Amount);

    private static bool IsSummable(ShoppingCart cart, IReadOnlyList<Promotion> promotions) =>
        cart.Items.Count > 0 && promotions.Count == 0 && cart.Items.All(item => item.Subscription is null);

    private static decimal GetPrice(ShoppingCart cart) => cart.Items.Sum(item => item.UnitPrice.Amount * item.Quantity);
}

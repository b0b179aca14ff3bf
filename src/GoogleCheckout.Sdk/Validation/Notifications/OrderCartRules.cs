using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Notifications;

/// <summary>
/// The cart and the total of a new order, which are in its summary once more. Names and descriptions are not compared: real
/// messages had them slightly different.
/// </summary>
internal static class OrderCartRules
{
    public static IEnumerable<NotificationIssue> In(Notification notification, ElementPath root)
    {
        if (notification is not NewOrderNotification { OrderSummary: { } summary } order)
        {
            yield break;
        }

        var path = root.To(Elements.OrderSummary);
        if (!Tolerance.Same(summary.OrderTotal, order.OrderTotal))
        {
            yield return path.To(Elements.OrderTotal).Finding($"is {summary.OrderTotal}, but {order.OrderTotal} in the notification itself");
        }

        var items = path.To(Elements.ShoppingCart).To(Elements.Items);
        int count = order.ShoppingCart.Items.Count, countInSummary = summary.ShoppingCart.Items.Count;
        if (count != countInSummary)
        {
            yield return items.Finding(FormattableString.Invariant($"has {countInSummary} items, but {count} in the notification itself"));
        }
        else if (!Lines(summary.ShoppingCart).SequenceEqual(Lines(order.ShoppingCart)))
        {
            yield return items.Finding("has other ids, quantities or prices than in the notification itself");
        }
    }

    // In an order of our own: the sender may list them in another. An amount is compared without its scale and currency.
    private static IEnumerable<(string?, int, decimal)> Lines(ShoppingCart cart) => cart.Items
        .Select(item => (Id: item.MerchantItemId, item.Quantity, Price: item.UnitPrice.Amount))
        .OrderBy(line => line.Id, StringComparer.Ordinal).ThenBy(line => line.Quantity).ThenBy(line => line.Price)
        .Select(line => (line.Id, line.Quantity, line.Price));
}

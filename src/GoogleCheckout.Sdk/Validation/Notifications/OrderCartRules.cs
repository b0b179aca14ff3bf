using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Notifications;

/// <summary>
/// Compares the cart and the total of a new order with those in its summary. Names and descriptions are not compared: they differ
/// slightly in real messages.
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
        if (!Tolerance.AreEqual(summary.OrderTotal, order.OrderTotal))
        {
            yield return path.To(Elements.OrderTotal).CreateIssue($"is {summary.OrderTotal}, but {order.OrderTotal} in the notification itself");
        }

        var items = path.To(Elements.ShoppingCart).To(Elements.Items);
        int count = order.ShoppingCart.Items.Count, countInSummary = summary.ShoppingCart.Items.Count;
        if (count != countInSummary)
        {
            yield return items.CreateIssue(FormattableString.Invariant($"has {countInSummary} items, but {count} in the notification itself"));
        }
        else if (!GetSortedLines(summary.ShoppingCart).SequenceEqual(GetSortedLines(order.ShoppingCart)))
        {
            yield return items.CreateIssue("has IDs, quantities or prices that differ from those in the notification itself");
        }
    }

    // Sorted, because the two carts may list the items in different orders. Amounts are compared without scale and currency.
    private static IEnumerable<(string?, int, decimal)> GetSortedLines(ShoppingCart cart) => cart.Items
        .Select(item => (Id: item.MerchantItemId, item.Quantity, Price: item.UnitPrice.Amount))
        .OrderBy(line => line.Id, StringComparer.Ordinal).ThenBy(line => line.Quantity).ThenBy(line => line.Price)
        .Select(line => (line.Id, line.Quantity, line.Price));
}

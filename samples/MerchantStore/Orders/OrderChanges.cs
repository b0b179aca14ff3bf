using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using MerchantStore.Data;

namespace MerchantStore.Orders;

/// <summary>What a notification or a query changes in an order.</summary>
internal static class OrderChanges
{
    /// <summary>Applies a notification. They may overtake each other; the status sees to it that a late one turns nothing back.</summary>
    public static void Apply(this Order order, Notification notification)
    {
        var before = order.Standing;
        var after = before.Apply(notification);
        if (order.LookedUp && order.IsOlderThanQuery(notification))
        {
            // The response to a query has no time. A notification of what the query reported already, on its way since then, would count as later.
            after = after with { FinancialOrderState = before.FinancialOrderState, FulfillmentOrderState = before.FulfillmentOrderState };
        }
        else
        {
            order.LookedUp &= after.StateChangedAt == before.StateChangedAt;
        }

        order.Standing = after;

        // A service that sends notifications of an order knows it.
        order.IsUnknownToGoogle = false;
        order.Version++;
    }

    /// <summary>Takes over what Google Checkout reports now. No notification reports that an order is archived.</summary>
    public static void Apply(this Order order, OrderSummary summary)
    {
        order.Standing = OrderStatus.FromSummary(summary) with { StateChangedAt = order.StateChangedAt };
        order.Archived = summary.Archived ?? order.Archived;
        order.LookedUp = true;
        order.IsUnknownToGoogle = false;
        order.Version++;
    }

    // Totals only grow, and no order stays CHARGING: its outcome is another notification.
    private static bool IsOlderThanQuery(this Order order, Notification notification) =>
        notification is OrderStateChangeNotification { NewFinancialOrderState: FinancialOrderState.Charging }
        || (notification.OrderSummary is { } told
            && (told.FinancialOrderState == FinancialOrderState.Charging
                || told.TotalChargeAmount.Amount < order.Charged
                || told.TotalRefundAmount.Amount < order.Refunded
                || told.TotalChargebackAmount.Amount < order.ChargedBack));
}

using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;

namespace MerchantStore.Orders;

/// <summary>An order in the store's database.</summary>
internal sealed record Order
{
    public required string GoogleOrderNumber { get; init; }

    public required OrderStatus Standing { get; init; }

    public string? ShopOrderNumber { get; init; }

    public bool Archived { get; init; }

    /// <summary>What the service told first; null while that has not come, for notifications may overtake each other.</summary>
    public NewOrderNotification? Placed { get; init; }

    /// <summary>The decision of the charge policy with its reasons; null if it was not evaluated.</summary>
    public string? Decision { get; init; }

    /// <summary>How often the order was saved, to detect that a notification changed it while the service was queried.</summary>
    public long Version { get; init; }

    /// <summary>Whether the states are those of a query, and no later notification has come.</summary>
    public bool LookedUp { get; init; }

    /// <summary>The order after a notification. They may overtake each other; the standing sees to it that a late one turns nothing back.</summary>
    public static Order After(Order? before, Notification notification)
    {
        var status = before?.Standing.Apply(notification) ?? OrderStatus.FromNotification(notification)
            ?? throw new InvalidOperationException($"Notification {notification.SerialNumber} came before its order and has no summary of it. It is sent again; with API version 2.5 it has one.");
        var order = before is null
            ? new Order { GoogleOrderNumber = notification.GoogleOrderNumber, Standing = status }
            : before.With(status, notification);
        return notification is NewOrderNotification placed
            ? order with { Placed = placed, ShopOrderNumber = Shop.ShopOrderNumber.In(placed.ShoppingCart.MerchantPrivateData) }
            : order;
    }

    /// <summary>Returns the order with the status that the service reports now. No notification reports that an order is archived.</summary>
    public Order As(OrderSummary summary) => this with
    {
        Standing = OrderStatus.FromSummary(summary) with { StateChangedAt = Standing.StateChangedAt },
        Archived = summary.Archived ?? Archived,
        LookedUp = true,
    };

    // The answer to a query has no time. A notification of what the query reported already, on its way since then, would count as later.
    private Order With(OrderStatus status, Notification notification)
    {
        if (LookedUp && IsOlderThanQuery(notification))
        {
            return this with { Standing = status with { FinancialOrderState = Standing.FinancialOrderState, FulfillmentOrderState = Standing.FulfillmentOrderState } };
        }

        return this with { Standing = status, LookedUp = LookedUp && status.StateChangedAt == Standing.StateChangedAt };
    }

    // Totals only grow, and no order stays CHARGING: its outcome is another notification.
    private bool IsOlderThanQuery(Notification notification) =>
        notification is OrderStateChangeNotification { NewFinancialOrderState: FinancialOrderState.Charging }
        || (notification.OrderSummary is { } told
            && (told.FinancialOrderState == FinancialOrderState.Charging
                || told.TotalChargeAmount.Amount < Standing.TotalChargeAmount.Amount
                || told.TotalRefundAmount.Amount < Standing.TotalRefundAmount.Amount
                || told.TotalChargebackAmount.Amount < Standing.TotalChargebackAmount.Amount));
}

using GoogleCheckout;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;

namespace MerchantStore.Orders;

/// <summary>An order as the shop keeps it.</summary>
internal sealed record Order
{
    public required string GoogleOrderNumber { get; init; }

    public required OrderStanding Standing { get; init; }

    /// <summary>When the event happened that the states are of.</summary>
    public required DateTimeOffset AsOf { get; init; }

    public string? ShopOrderNumber { get; init; }

    public bool Archived { get; init; }

    /// <summary>What the service told first; null while that has not come, for notifications may overtake each other.</summary>
    public NewOrderNotification? Placed { get; init; }

    /// <summary>What the shop's policy of charging says, and why; null where it was not asked.</summary>
    public string? Decision { get; init; }

    /// <summary>The order after a notification, which may come late: what is older than the states kept does not change them.</summary>
    public static Order After(Order? before, Notification notification)
    {
        var summary = notification.OrderSummary
            ?? throw new InvalidOperationException($"Notification {notification.SerialNumber} has no order summary. This shop needs API version 2.5; set it in the account.");
        var at = notification.Timestamp ?? DateTimeOffset.MinValue;
        var told = OrderStanding.Of(summary);
        var order = before ?? new Order { GoogleOrderNumber = notification.GoogleOrderNumber, Standing = told, AsOf = at };
        if (IsNews(at, told, order))
        {
            order = order with { Standing = Later(order.Standing, told), AsOf = at, Archived = summary.Archived ?? order.Archived };
        }

        return notification is NewOrderNotification placed
            ? order with { Placed = placed, ShopOrderNumber = Shop.ShopOrderNumber.In(placed.ShoppingCart.MerchantPrivateData) }
            : order;
    }

    /// <summary>The order as the service reports it now.</summary>
    public Order As(OrderSummary summary) => this with { Standing = OrderStanding.Of(summary), Archived = summary.Archived ?? Archived };

    // Several events may happen at one instant; CHARGING, which passes by itself, then gives way to every other state.
    private static bool IsNews(DateTimeOffset at, OrderStanding told, Order order) =>
        at > order.AsOf || (at == order.AsOf && Progress(told).CompareTo(Progress(order.Standing)) >= 0);

    private static (int Financial, int Fulfillment) Progress(OrderStanding standing) =>
        (standing.FinancialOrderState == FinancialOrderState.Charging ? 0 : (int)standing.FinancialOrderState, (int)standing.FulfillmentOrderState);

    // Totals only grow.
    private static OrderStanding Later(OrderStanding before, OrderStanding told) => told with
    {
        TotalChargeAmount = Larger(before.TotalChargeAmount, told.TotalChargeAmount),
        TotalRefundAmount = Larger(before.TotalRefundAmount, told.TotalRefundAmount),
        TotalChargebackAmount = Larger(before.TotalChargebackAmount, told.TotalChargebackAmount),
    };

    private static Money Larger(Money one, Money other) => one > other ? one : other;
}

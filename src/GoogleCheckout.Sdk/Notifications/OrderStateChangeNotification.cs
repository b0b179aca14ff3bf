using GoogleCheckout.Orders;

namespace GoogleCheckout.Notifications;

/// <summary>
/// The financial state, the fulfillment state or both changed. Intermediate states may be skipped: an order can change from
/// chargeable to charged without a notification about charging. Schema type <c>OrderStateChangeNotification</c>.
/// </summary>
public sealed record OrderStateChangeNotification : Notification
{
    /// <summary>The new financial state of the order. Wire name: <c>new-financial-order-state</c>.</summary>
    public FinancialOrderState NewFinancialOrderState { get; init; }

    /// <summary>The new fulfillment state of the order. Wire name: <c>new-fulfillment-order-state</c>.</summary>
    public FulfillmentOrderState NewFulfillmentOrderState { get; init; }

    /// <summary>The previous financial state. Wire name: <c>previous-financial-order-state</c>.</summary>
    public FinancialOrderState PreviousFinancialOrderState { get; init; }

    /// <summary>The previous fulfillment state. Wire name: <c>previous-fulfillment-order-state</c>.</summary>
    public FulfillmentOrderState PreviousFulfillmentOrderState { get; init; }

    /// <summary>The reason why the service canceled the order; null for all other changes. Wire name: <c>reason</c>.</summary>
    public string? Reason { get; init; }
}

using GoogleCheckout.Orders;

namespace GoogleCheckout.Notifications;

/// <summary>
/// One of an order's two states changed, or both. Not every state need be seen: an order may go from chargeable to charged
/// without charging between. Schema type <c>OrderStateChangeNotification</c>.
/// </summary>
public sealed record OrderStateChangeNotification : Notification
{
    /// <summary>Where the order now stands with its money. Wire name: <c>new-financial-order-state</c>.</summary>
    public FinancialOrderState NewFinancialOrderState { get; init; }

    /// <summary>Where the order now stands with its delivery. Wire name: <c>new-fulfillment-order-state</c>.</summary>
    public FulfillmentOrderState NewFulfillmentOrderState { get; init; }

    /// <summary>Where it stood with its money before. Wire name: <c>previous-financial-order-state</c>.</summary>
    public FinancialOrderState PreviousFinancialOrderState { get; init; }

    /// <summary>Where it stood with its delivery before. Wire name: <c>previous-fulfillment-order-state</c>.</summary>
    public FulfillmentOrderState PreviousFulfillmentOrderState { get; init; }

    /// <summary>Why the service cancelled the order; null for every other change. Wire name: <c>reason</c>.</summary>
    public string? Reason { get; init; }
}

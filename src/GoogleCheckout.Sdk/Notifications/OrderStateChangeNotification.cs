using GoogleCheckout.Orders;

namespace GoogleCheckout.Notifications;

/// <summary>
/// One of an order's two states changed, or both. Not every state need be seen: an order may go from chargeable to charged
/// without charging between. Schema type <c>OrderStateChangeNotification</c>.
/// </summary>
public sealed record OrderStateChangeNotification : Notification
{
    /// <summary>Where the order now stands with its money.</summary>
    public FinancialOrderState NewFinancialOrderState { get; init; }

    /// <summary>Where the order now stands with its delivery.</summary>
    public FulfillmentOrderState NewFulfillmentOrderState { get; init; }

    /// <summary>Where it stood with its money before.</summary>
    public FinancialOrderState PreviousFinancialOrderState { get; init; }

    /// <summary>Where it stood with its delivery before.</summary>
    public FulfillmentOrderState PreviousFulfillmentOrderState { get; init; }

    /// <summary>Why the service cancelled the order; null for every other change.</summary>
    public string? Reason { get; init; }
}

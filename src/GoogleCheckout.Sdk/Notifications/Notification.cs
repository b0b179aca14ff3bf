using GoogleCheckout.Orders;

namespace GoogleCheckout.Notifications;

/// <summary>What the service tells a merchant about an order. It sends each one until it is acknowledged, so one may come twice.</summary>
public abstract record Notification : CheckoutMessage
{
    private protected Notification()
    {
    }

    /// <summary>
    /// Names this notification, the same on every delivery; assume no format.
    /// Wire name: <c>serial-number</c> (attribute).
    /// </summary>
    public required string SerialNumber { get; init; }

    /// <summary>The number the service gave the order. Wire name: <c>google-order-number</c>.</summary>
    public required string GoogleOrderNumber { get; init; }

    /// <summary>When the event happened; null where the message did not say. Wire name: <c>timestamp</c>.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The order as it was at this event; API version 2.5 and later. Wire name: <c>order-summary</c>.</summary>
    public OrderSummary? OrderSummary { get; init; }

    private protected override string Description => $"{GetType().Name} {SerialNumber} of order {GoogleOrderNumber}";
}

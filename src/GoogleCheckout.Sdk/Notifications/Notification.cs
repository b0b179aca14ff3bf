using GoogleCheckout.Orders;

namespace GoogleCheckout.Notifications;

/// <summary>Base class of notifications: messages from the service about an event of an order. Delivery is at least once: the same notification may arrive again.</summary>
public abstract record Notification : CheckoutMessage
{
    private protected Notification()
    {
    }

    /// <summary>
    /// The serial number, which is the same for every delivery of this notification. It has no fixed format.
    /// Wire name: <c>serial-number</c> (attribute).
    /// </summary>
    public required string SerialNumber { get; init; }

    /// <summary>The order number that the service assigned. Wire name: <c>google-order-number</c>.</summary>
    public required string GoogleOrderNumber { get; init; }

    /// <summary>The time of the event; null if absent. Wire name: <c>timestamp</c>.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The order at the time of the event; null before API version 2.5. Wire name: <c>order-summary</c>.</summary>
    public OrderSummary? OrderSummary { get; init; }

    private protected override string Description => $"{GetType().Name} {SerialNumber} of order {GoogleOrderNumber}";
}

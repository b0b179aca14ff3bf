using GoogleCheckout.Notifications;

namespace GoogleCheckout;

/// <summary>
/// The service's receipt for an order command. From API version 2.5 on it carries what the command brought about;
/// before, that comes as a notification only. Schema type <c>RequestReceivedResponse</c>.
/// </summary>
public sealed record RequestReceivedResponse : CheckoutMessage
{
    /// <summary>Names this answer; not the serial number of a notification. Wire name: <c>serial-number</c> (attribute).</summary>
    public string? SerialNumber { get; init; }

    /// <summary>
    /// The charge that was made. The same event may also arrive as a notification.
    /// Wire name: <c>charge-amount-notification</c>.
    /// </summary>
    public ChargeAmountNotification? ChargeAmountNotification { get; init; }

    /// <summary>
    /// The refund that was made. The same event may also arrive as a notification.
    /// Wire name: <c>refund-amount-notification</c>.
    /// </summary>
    public RefundAmountNotification? RefundAmountNotification { get; init; }

    /// <summary>
    /// The change of state, such as a cancellation. The same event may also arrive as a notification.
    /// Wire name: <c>order-state-change-notification</c>.
    /// </summary>
    public OrderStateChangeNotification? OrderStateChangeNotification { get; init; }

    /// <summary>
    /// The order a recurrence created, where the service says so in a <c>subscription-request-received</c>, a root that
    /// is not in the schema. Wire name: <c>new-google-order-number</c>.
    /// </summary>
    public string? NewGoogleOrderNumber { get; init; }
}

using GoogleCheckout.Notifications;

namespace GoogleCheckout;

/// <summary>
/// The service's successful response to an order command. Since API version 2.5, it contains the result of the command; in earlier
/// versions, the result arrives only as a notification. Schema type <c>RequestReceivedResponse</c>.
/// </summary>
public sealed record RequestReceivedResponse : CheckoutMessage
{
    /// <summary>The serial number of the response, which is not the serial number of a notification. Null if absent. Wire name: <c>serial-number</c> (attribute).</summary>
    public string? SerialNumber { get; init; }

    /// <summary>
    /// The charge that the command made; null if absent. The same event may also arrive as a notification.
    /// Wire name: <c>charge-amount-notification</c>.
    /// </summary>
    public ChargeAmountNotification? ChargeAmountNotification { get; init; }

    /// <summary>
    /// The refund that the command made; null if absent. The same event may also arrive as a notification.
    /// Wire name: <c>refund-amount-notification</c>.
    /// </summary>
    public RefundAmountNotification? RefundAmountNotification { get; init; }

    /// <summary>
    /// The state change that the command caused, for example a cancellation; null if absent. The same event may also arrive as a notification.
    /// Wire name: <c>order-state-change-notification</c>.
    /// </summary>
    public OrderStateChangeNotification? OrderStateChangeNotification { get; init; }

    /// <summary>
    /// The number of the order that a recurrence created; null if absent. Only the response <c>subscription-request-received</c>,
    /// which the schema does not contain, has it. Wire name: <c>new-google-order-number</c>.
    /// </summary>
    public string? NewGoogleOrderNumber { get; init; }
}

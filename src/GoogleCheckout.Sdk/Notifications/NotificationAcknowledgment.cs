namespace GoogleCheckout.Notifications;

/// <summary>
/// The merchant's response to a notification: confirms that it was received and need not be sent again. Schema type
/// <c>NotificationAcknowledgment</c>.
/// </summary>
public sealed record NotificationAcknowledgment : CheckoutMessage
{
    /// <summary>
    /// The serial number of the notification. With API version 2.5, the service sends a notification again if its acknowledgment has no serial number.
    /// Wire name: <c>serial-number</c> (attribute).
    /// </summary>
    public string? SerialNumber { get; init; }
}

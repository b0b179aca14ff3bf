namespace GoogleCheckout.Notifications;

/// <summary>
/// The merchant's answer to a notification: it has arrived and need not be sent again. Schema type
/// <c>NotificationAcknowledgment</c>.
/// </summary>
public sealed record NotificationAcknowledgment : CheckoutMessage
{
    /// <summary>
    /// The serial number of the notification; API version 2.5 sends again what is acknowledged without it.
    /// Wire name: <c>serial-number</c> (attribute).
    /// </summary>
    public string? SerialNumber { get; init; }
}

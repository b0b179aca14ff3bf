namespace GoogleCheckout.Inbox;

/// <summary>When a notification is handled.</summary>
public enum NotificationInboxMode
{
    /// <summary>At once, while the service waits; a handler that fails has it send the notification again.</summary>
    Inline,

    /// <summary>Later: it is stored and acknowledged, and workers on any node handle it, in the order of each order's events, trying again what fails.</summary>
    Queued,
}

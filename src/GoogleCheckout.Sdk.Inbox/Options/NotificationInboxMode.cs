namespace GoogleCheckout.Inbox;

/// <summary>Specifies when a notification is handled.</summary>
public enum NotificationInboxMode
{
    /// <summary>Handled during the service's request. If the handler throws, the service redelivers the notification.</summary>
    Inline,

    /// <summary>Stored, acknowledged and handled later. Workers on any node handle the notifications of an order in the sequence of their timestamps, and retry failed ones.</summary>
    Queued,
}

namespace GoogleCheckout.Inbox.Polling;

/// <summary>Specifies the service's report that notifications are read from.</summary>
public enum NotificationSource
{
    /// <summary>The polling requests. The service's continue token marks the position. They reach back 180 days.</summary>
    Polling,

    /// <summary>The notification history, requested by time range. It reaches back 450 days.</summary>
    History,
}

namespace GoogleCheckout.Inbox.Polling;

/// <summary>Which of the service's reports notifications are pulled out of.</summary>
public enum NotificationSource
{
    /// <summary>The polling requests, in which the service's own token marks how far one has come. They reach back 180 days.</summary>
    Polling,

    /// <summary>The notification history, asked for by time. It reaches back 450 days.</summary>
    History,
}

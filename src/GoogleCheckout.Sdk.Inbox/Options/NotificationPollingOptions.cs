namespace GoogleCheckout.Inbox.Polling;

/// <summary>How a merchant's notifications are pulled. Set them where it is registered, with <c>AddNotificationPolling(options => ...)</c>.</summary>
public sealed class NotificationPollingOptions
{
    /// <summary>Which report to pull out of.</summary>
    /// <value><see cref="NotificationSource.Polling"/> unless set.</value>
    public NotificationSource Source { get; set; }

    /// <summary>How long to wait from the end of one round to the next. Of several nodes one goes at a time.</summary>
    /// <value>10 minutes unless set; more often is of little use, as the service gives out nothing younger than half an hour.</value>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How far back the very first round begins, for a merchant of whom the inbox's database has no position; at most 179 days
    /// for polling and 449 for the history. What was handled in that time without this inbox is handled again.
    /// </summary>
    /// <value>One day unless set.</value>
    public TimeSpan LookBack { get; set; } = TimeSpan.FromDays(1);

    /// <summary>The longest wait after rounds that failed: it is <see cref="Interval"/> after the first, and twice as long after each further one.</summary>
    /// <value>One hour unless set.</value>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromHours(1);
}

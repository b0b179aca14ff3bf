using GoogleCheckout.Configuration;
using GoogleCheckout.Inbox.Options;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>
/// Options of the polling of a merchant's notifications. Set them in the subsection <c>Polling</c> of the merchant's configuration
/// section, or when you register it, with <c>AddNotificationPolling(options => ...)</c>, which takes precedence.
/// </summary>
public sealed class NotificationPollingOptions
{
    /// <summary>Gets or sets the report that notifications are read from.</summary>
    /// <value><see cref="NotificationSource.Polling"/> unless set.</value>
    public NotificationSource Source { get; set; }

    /// <summary>Gets or sets how long a node waits after a round; more than zero, at most 20 days. Several nodes share the rounds: a node starts one only if no other node has polled within this time.</summary>
    /// <value>10 minutes unless set. A shorter interval is of little use, as the service returns only notifications that are at least 30 minutes old.</value>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Gets or sets how far back the first round begins, if the inbox has no stored cursor for the merchant; from 35 minutes to
    /// 179 days for polling and 449 days for the history. Notifications of that time that were handled without this inbox are
    /// handled again.
    /// </summary>
    /// <value>One day unless set.</value>
    public TimeSpan LookBack { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Gets or sets the maximum wait after failed rounds; more than zero, at most 20 days. The wait is <see cref="Interval"/> after the first failed round and doubles after each further one.</summary>
    /// <value>One hour unless set.</value>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Gets or sets a callback for polled notifications that cannot be read, for example one that saves them. Polling continues after
    /// them. If the callback throws, the cursor stays before the notification, and the next round calls it again; it may also be called
    /// again if another notification of the same response fails. Only code can set it.
    /// </summary>
    /// <value>Null unless set: an error is logged, without the XML.</value>
    public Func<UnreadableNotification, CancellationToken, Task>? OnUnreadable { get; set; }

    /// <summary>Gets where the options come from.</summary>
    internal OptionsOrigin<NotificationPollingOptions> Origin { get; } = new(nameof(NotificationPollingOptions), PollingSettings.All);
}

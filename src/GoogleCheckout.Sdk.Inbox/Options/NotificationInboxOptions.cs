using GoogleCheckout.Configuration;
using GoogleCheckout.Inbox.Options;

namespace GoogleCheckout.Inbox;

/// <summary>
/// Options of the inbox. Set them in the configuration section <c>GoogleCheckout:Inbox</c>, or when you register it, with
/// <c>AddNotificationInbox(dataSource, options => ...)</c>, which takes precedence.
/// </summary>
public sealed class NotificationInboxOptions
{
    /// <summary>Gets the minimum of <see cref="DeduplicationRetention"/>, 450 days: the range of the service's history. The service does not send older notifications.</summary>
    public static TimeSpan MinDeduplicationRetention { get; } = TimeSpan.FromDays(450);

    /// <summary>Gets or sets whether a notification is handled during the service's request, or stored and handled later.</summary>
    /// <value><see cref="NotificationInboxMode.Inline"/> unless set.</value>
    public NotificationInboxMode Mode { get; set; }

    /// <summary>Gets or sets the prefix of the inbox's table names: 1 to 31 lower-case letters, digits and underscores that do not begin with a digit.</summary>
    /// <value><c>google_checkout_</c> unless set.</value>
    public string TablePrefix { get; set; } = Tables.DefaultPrefix;

    /// <summary>Gets or sets whether the program creates missing tables when it starts. Otherwise, create them with <see cref="NotificationInboxSchema"/> or the package's scripts.</summary>
    /// <value>True unless set.</value>
    public bool CreateSchema { get; set; } = true;

    /// <summary>
    /// Gets or sets whether the inbox prepares its statements on each connection to PostgreSQL, which then does not parse and plan them every time. It
    /// does not if there is a pool between the program and PostgreSQL, such as PgBouncer, and never on other databases.
    /// </summary>
    /// <value>True unless set.</value>
    public bool PrepareStatements { get; set; } = true;

    /// <summary>Gets or sets how long the inbox keeps the record that a notification was handled; at least <see cref="MinDeduplicationRetention"/>.</summary>
    /// <value>450 days unless set.</value>
    public TimeSpan DeduplicationRetention { get; set; } = MinDeduplicationRetention;

    /// <summary>Gets or sets how long, in queued mode, the inbox keeps the XML of a handled notification, which contains buyer data. The XML of a dead letter is kept until it is replayed or discarded, and then as long as that of other handled notifications.</summary>
    /// <value>30 days unless set.</value>
    public TimeSpan PayloadRetention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// Gets or sets the maximum run time of a handler; the inbox then cancels the handler's token, and shortly afterwards no longer
    /// waits for it and rolls back its transaction. On PostgreSQL, MariaDB and MySQL, it is also the idle timeout of the transaction: the database ends
    /// the transaction of a machine that is lost. From 1 millisecond to 20 days.
    /// </summary>
    /// <value>5 minutes unless set.</value>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets or sets the number of notifications, 1 to 1000, that a node handles concurrently in queued mode. Each of them uses a connection.</summary>
    /// <value>4 unless set.</value>
    public int Workers { get; set; } = 4;

    /// <summary>Gets or sets how often, in queued mode, a node looks for notifications that other nodes stored or that are due for a retry. It handles the notifications that it stored itself without this delay. From 1 millisecond to 20 days.</summary>
    /// <value>1 second unless set.</value>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets or sets the maximum number of attempts, at least 1, to handle a notification in queued mode. After the last failed attempt, it becomes a dead letter.</summary>
    /// <value>15 unless set, which takes about an hour with the default delays.</value>
    public int MaxAttempts { get; set; } = 15;

    /// <summary>Gets or sets the delay after the first failed attempt in queued mode; it doubles after each further failure, and varies randomly by up to 25 percent. From zero to 20 days.</summary>
    /// <value>2 seconds unless set.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets or sets the maximum delay between two attempts in queued mode, before the random variation; at least <see cref="RetryDelay"/>, at most 20 days.</summary>
    /// <value>10 minutes unless set.</value>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets or sets how long a stored notification may wait until it is handled, before <see cref="NotificationInboxHealthCheck"/> reports a degraded inbox. From zero to 36,500 days.</summary>
    /// <value>15 minutes unless set.</value>
    public TimeSpan MaxHealthyWait { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets or sets how many dead letters there may be, before <see cref="NotificationInboxHealthCheck"/> reports a degraded inbox; at least zero.</summary>
    /// <value>0 unless set.</value>
    public int MaxHealthyDeadLetters { get; set; }

    /// <summary>Gets where the options come from.</summary>
    internal OptionsOrigin<NotificationInboxOptions> Origin { get; } = new(nameof(NotificationInboxOptions), InboxSettings.All);
}

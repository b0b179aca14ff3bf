using GoogleCheckout.Inbox.Options;
using GoogleCheckout.Inbox.Storage;

namespace GoogleCheckout.Inbox;

/// <summary>How the inbox works. Set them where it is registered, with <c>AddNotificationInbox(dataSource, options => ...)</c>.</summary>
public sealed class NotificationInboxOptions
{
    /// <summary>The shortest <see cref="DeduplicationRetention"/>: the service's history reaches back that far, and what is older is not sent.</summary>
    public static TimeSpan MinDeduplicationRetention { get; } = TimeSpan.FromDays(450);

    /// <summary>Whether a notification is handled while the service waits, or stored and handled later.</summary>
    /// <value><see cref="NotificationInboxMode.Inline"/> unless set.</value>
    public NotificationInboxMode Mode { get; set; }

    /// <summary>What the names of the inbox's tables begin with: lower-case letters, digits and underscores.</summary>
    /// <value><c>google_checkout_</c> unless set.</value>
    public string TablePrefix { get; set; } = Tables.DefaultPrefix;

    /// <summary>Whether the program makes the tables when it starts, where they are missing. <see cref="NotificationInboxSchema"/> does it otherwise, or the scripts of the package.</summary>
    /// <value>True unless set.</value>
    public bool CreateSchema { get; set; } = true;

    /// <summary>How long it is remembered that a notification was handled; not less than <see cref="MinDeduplicationRetention"/>.</summary>
    /// <value>450 days unless set.</value>
    public TimeSpan DeduplicationRetention { get; set; } = MinDeduplicationRetention;

    /// <summary>How long the XML of a notification is kept after it was handled, in queued mode. It holds buyer data. That of a dead letter is kept until it was replayed.</summary>
    /// <value>30 days unless set.</value>
    public TimeSpan PayloadRetention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How long a handler may take in queued mode; then its token is cancelled. On PostgreSQL, in both modes, it is also how
    /// long a transaction may lie idle before the database ends it: that of a handler which does not stop, or of a machine
    /// that is gone.
    /// </summary>
    /// <value>5 minutes unless set.</value>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many notifications a node handles at a time in queued mode, each holding a connection.</summary>
    /// <value>4 unless set.</value>
    public int Workers { get; set; } = 4;

    /// <summary>How often a node looks for what others have stored and for what is to be tried again, in queued mode. What it has stored itself it handles at once.</summary>
    /// <value>1 second unless set.</value>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a notification is tried in queued mode before it is put among the dead letters.</summary>
    /// <value>15 unless set, which with the delays unset takes about an hour.</value>
    public int MaxAttempts { get; set; } = 15;

    /// <summary>How long to wait after the first failure in queued mode; twice as long after each further one, give or take a quarter.</summary>
    /// <value>2 seconds unless set.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait between two attempts in queued mode.</summary>
    /// <value>10 minutes unless set.</value>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromMinutes(10);
}

using GoogleCheckout.Configuration;
using GoogleCheckout.Inbox.Options;

namespace GoogleCheckout.Outbox;

/// <summary>
/// Options of the outbox. Set them in the configuration section <c>GoogleCheckout:Outbox</c>, or when you register it, with
/// <c>AddCheckoutOutbox(dataSource, options => ...)</c>, which takes precedence. <see cref="Orders.OrderReconcilerOptions"/> has the times
/// for a lost response.
/// </summary>
public sealed class CheckoutOutboxOptions
{
    /// <summary>Gets or sets the prefix of the outbox's table names: 1 to 31 lower-case letters, digits and underscores that do not begin with a digit.</summary>
    /// <value><c>google_checkout_</c> unless set.</value>
    public string TablePrefix { get; set; } = Tables.DefaultPrefix;

    /// <summary>Gets or sets whether the program creates missing tables when it starts. Otherwise, create them with <see cref="CheckoutOutboxSchema"/> or the package's scripts.</summary>
    /// <value>True unless set.</value>
    public bool CreateSchema { get; set; } = true;

    /// <summary>
    /// Gets or sets whether the outbox prepares its statements on each connection to PostgreSQL, which then does not parse and plan them every time. It
    /// does not if there is a pool between the program and PostgreSQL, such as PgBouncer, and never on other databases.
    /// </summary>
    /// <value>True unless set.</value>
    public bool PrepareStatements { get; set; } = true;

    /// <summary>Gets or sets the number of orders, from 0 to 1000, for which a node executes commands concurrently. Each uses up to two connections. With 0, the node only records commands.</summary>
    /// <value>4 unless set.</value>
    public int Workers { get; set; } = 4;

    /// <summary>Gets or sets how often a node looks for commands that are due. From 1 millisecond to 20 days.</summary>
    /// <value>1 second unless set.</value>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets or sets the maximum number of attempts, at least 1, that fail without a known outcome. After the last, the command becomes a dead letter.</summary>
    /// <value>15 unless set.</value>
    public int MaxAttempts { get; set; } = 15;

    /// <summary>Gets or sets the delay after the first failed attempt; it doubles after each further failure, and varies randomly by up to 25 percent. From zero to 20 days.</summary>
    /// <value>2 seconds unless set.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets or sets the maximum delay between two attempts, before the random variation; at least <see cref="RetryDelay"/>, at most 20 days.</summary>
    /// <value>10 minutes unless set.</value>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets or sets the delay after which a command is tried again whose order waits, for example for the end of its review. From 1 millisecond to 20 days.</summary>
    /// <value>1 minute unless set.</value>
    public TimeSpan PostponeDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Gets or sets the maximum time of an attempt, its handler included. On SQLite, which has no row locks, no other node takes the
    /// command within this time. More than <see cref="Orders.OrderReconcilerOptions.Timeout"/>; from 1 second to 1 day.
    /// </summary>
    /// <value>10 minutes unless set.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets or sets how long the outbox keeps commands that are done, and recognizes their keys. From zero to 36,500 days.</summary>
    /// <value>90 days unless set.</value>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Gets or sets how long a command may wait, before <see cref="CheckoutOutboxHealthCheck"/> reports a degraded outbox. A postponed command waits only after it is due again. From zero to 36,500 days.</summary>
    /// <value>15 minutes unless set.</value>
    public TimeSpan MaxHealthyWait { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets or sets how many dead letters there may be, before <see cref="CheckoutOutboxHealthCheck"/> reports a degraded outbox; at least zero.</summary>
    /// <value>0 unless set.</value>
    public int MaxHealthyDeadLetters { get; set; }

    /// <summary>Gets where the options come from.</summary>
    internal OptionsOrigin<CheckoutOutboxOptions> Origin { get; } = new(nameof(CheckoutOutboxOptions), OutboxSettings.All);
}

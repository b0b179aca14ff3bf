using GoogleCheckout.Configuration;

namespace GoogleCheckout.Inbox.Options;

/// <summary>The options of the inbox that can be configured.</summary>
internal static class InboxSettings
{
    public static IReadOnlyList<Setting<NotificationInboxOptions>> All { get; } =
    [
        Setting<NotificationInboxOptions>.OneOf("Mode", options => options.Mode, (options, value) => options.Mode = value, NotificationInboxMode.Inline, NotificationInboxMode.Queued),
        new("TablePrefix", options => options.TablePrefix, (options, text) => options.TablePrefix = text),
        Setting<NotificationInboxOptions>.Flag("CreateSchema", options => options.CreateSchema, (options, value) => options.CreateSchema = value),
        Setting<NotificationInboxOptions>.Flag("PrepareStatements", options => options.PrepareStatements, (options, value) => options.PrepareStatements = value),
        Setting<NotificationInboxOptions>.Time("DeduplicationRetention", options => options.DeduplicationRetention, (options, value) => options.DeduplicationRetention = value),
        Setting<NotificationInboxOptions>.Time("PayloadRetention", options => options.PayloadRetention, (options, value) => options.PayloadRetention = value),
        Setting<NotificationInboxOptions>.Time("HandlerTimeout", options => options.HandlerTimeout, (options, value) => options.HandlerTimeout = value),
        Setting<NotificationInboxOptions>.Number("Workers", options => options.Workers, (options, value) => options.Workers = value),
        Setting<NotificationInboxOptions>.Time("PollInterval", options => options.PollInterval, (options, value) => options.PollInterval = value),
        Setting<NotificationInboxOptions>.Number("MaxAttempts", options => options.MaxAttempts, (options, value) => options.MaxAttempts = value),
        Setting<NotificationInboxOptions>.Time("RetryDelay", options => options.RetryDelay, (options, value) => options.RetryDelay = value),
        Setting<NotificationInboxOptions>.Time("MaxRetryDelay", options => options.MaxRetryDelay, (options, value) => options.MaxRetryDelay = value),
        Setting<NotificationInboxOptions>.Time("MaxHealthyWait", options => options.MaxHealthyWait, (options, value) => options.MaxHealthyWait = value),
        Setting<NotificationInboxOptions>.Number("MaxHealthyDeadLetters", options => options.MaxHealthyDeadLetters, (options, value) => options.MaxHealthyDeadLetters = value),
    ];
}

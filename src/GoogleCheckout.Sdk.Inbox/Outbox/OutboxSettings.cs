using GoogleCheckout.Configuration;

namespace GoogleCheckout.Outbox;

/// <summary>The options of the outbox that can be configured.</summary>
internal static class OutboxSettings
{
    public static IReadOnlyList<Setting<CheckoutOutboxOptions>> All { get; } =
    [
        new("TablePrefix", options => options.TablePrefix, (options, text) => options.TablePrefix = text),
        Setting<CheckoutOutboxOptions>.Flag("CreateSchema", options => options.CreateSchema, (options, value) => options.CreateSchema = value),
        Setting<CheckoutOutboxOptions>.Flag("PrepareStatements", options => options.PrepareStatements, (options, value) => options.PrepareStatements = value),
        Setting<CheckoutOutboxOptions>.Number("Workers", options => options.Workers, (options, value) => options.Workers = value),
        Setting<CheckoutOutboxOptions>.Time("PollInterval", options => options.PollInterval, (options, value) => options.PollInterval = value),
        Setting<CheckoutOutboxOptions>.Number("MaxAttempts", options => options.MaxAttempts, (options, value) => options.MaxAttempts = value),
        Setting<CheckoutOutboxOptions>.Time("RetryDelay", options => options.RetryDelay, (options, value) => options.RetryDelay = value),
        Setting<CheckoutOutboxOptions>.Time("MaxRetryDelay", options => options.MaxRetryDelay, (options, value) => options.MaxRetryDelay = value),
        Setting<CheckoutOutboxOptions>.Time("PostponeDelay", options => options.PostponeDelay, (options, value) => options.PostponeDelay = value),
        Setting<CheckoutOutboxOptions>.Time("AttemptTimeout", options => options.AttemptTimeout, (options, value) => options.AttemptTimeout = value),
        Setting<CheckoutOutboxOptions>.Time("Retention", options => options.Retention, (options, value) => options.Retention = value),
        Setting<CheckoutOutboxOptions>.Time("MaxHealthyWait", options => options.MaxHealthyWait, (options, value) => options.MaxHealthyWait = value),
        Setting<CheckoutOutboxOptions>.Number("MaxHealthyDeadLetters", options => options.MaxHealthyDeadLetters, (options, value) => options.MaxHealthyDeadLetters = value),
    ];
}

using GoogleCheckout.Configuration;
using GoogleCheckout.Inbox.Polling;

namespace GoogleCheckout.Inbox.Options;

/// <summary>The options of polling that can be configured.</summary>
internal static class PollingSettings
{
    public static IReadOnlyList<Setting<NotificationPollingOptions>> All { get; } =
    [
        Setting<NotificationPollingOptions>.OneOf("Source", options => options.Source, (options, value) => options.Source = value, NotificationSource.Polling, NotificationSource.History),
        Setting<NotificationPollingOptions>.Time("Interval", options => options.Interval, (options, value) => options.Interval = value),
        Setting<NotificationPollingOptions>.Time("LookBack", options => options.LookBack, (options, value) => options.LookBack = value),
        Setting<NotificationPollingOptions>.Time("MaxRetryDelay", options => options.MaxRetryDelay, (options, value) => options.MaxRetryDelay = value),
    ];
}

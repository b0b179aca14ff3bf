using GoogleCheckout.Configuration;

namespace GoogleCheckout.Callbacks;

/// <summary>The options of callbacks that can be configured.</summary>
internal static class CallbackSettings
{
    public static IReadOnlyList<Setting<CallbackOptions>> All { get; } =
    [
        Setting<CallbackOptions>.Flag("RequireHttps", options => options.RequireHttps, (options, value) => options.RequireHttps = value),
        Setting<CallbackOptions>.Number("MaxBodyBytes", options => options.MaxBodyBytes, (options, value) => options.MaxBodyBytes = value),
        Setting<CallbackOptions>.Time("BodyTimeout", options => options.BodyTimeout, (options, value) => options.BodyTimeout = value),
        Setting<CallbackOptions>.Flag("RejectInconsistentNotifications", options => options.RejectInconsistentNotifications, (options, value) => options.RejectInconsistentNotifications = value),
        Setting<CallbackOptions>.Time("CalculationTimeout", options => options.CalculationTimeout, (options, value) => options.CalculationTimeout = value),
        Setting<CallbackOptions>.Number("MaxConcurrentFetches", options => options.MaxConcurrentFetches, (options, value) => options.MaxConcurrentFetches = value),
        Setting<CallbackOptions>.Time("FetchTimeout", options => options.FetchTimeout, (options, value) => options.FetchTimeout = value),
    ];
}

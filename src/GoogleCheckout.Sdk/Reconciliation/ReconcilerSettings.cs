using GoogleCheckout.Configuration;

namespace GoogleCheckout.Orders;

/// <summary>The options of the reconciler that can be configured.</summary>
internal static class ReconcilerSettings
{
    public static IReadOnlyList<Setting<OrderReconcilerOptions>> All { get; } =
    [
        Setting<OrderReconcilerOptions>.Time("SettleTime", options => options.SettleTime, (options, value) => options.SettleTime = value),
        Setting<OrderReconcilerOptions>.Time("PollInterval", options => options.PollInterval, (options, value) => options.PollInterval = value),
        Setting<OrderReconcilerOptions>.Time("Timeout", options => options.Timeout, (options, value) => options.Timeout = value),
    ];
}

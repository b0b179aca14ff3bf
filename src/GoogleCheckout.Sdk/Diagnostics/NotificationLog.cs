using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Diagnostics;

/// <summary>Every log message about handling notifications. Each category has a hundred ids of its own; a new message gets a new one.</summary>
internal static partial class NotificationLog
{
    public const string Category = "GoogleCheckout.Notifications";

    private static readonly Func<ILogger, string, string, string, IDisposable?> ScopeOf =
        LoggerMessage.DefineScope<string, string, string>("notification {SerialNumber} of order {OrderNumber}, merchant '{Merchant}'");

    public static IDisposable? Scope(ILogger logger, string serialNumber, string orderNumber, string merchant) => ScopeOf(logger, serialNumber, orderNumber, merchant);

    [LoggerMessage(601, LogLevel.Information, "A {Notification} came that no handler is registered for; it counts as handled. A handler of Notification would get what has none of its own")]
    public static partial void NoHandler(ILogger logger, string notification);
}

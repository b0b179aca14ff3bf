using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Diagnostics;

/// <summary>The log messages about handling notifications. Each category has its own hundred event ids; a new message needs a new id.</summary>
internal static partial class NotificationLog
{
    public const string Category = "GoogleCheckout.Notifications";

    private static readonly Func<ILogger, string, string, string, IDisposable?> DefinedScope =
        LoggerMessage.DefineScope<string, string, string>("notification {SerialNumber} of order {OrderNumber}, merchant {Merchant}");

    // A program's only merchant has no name.
    public static IDisposable? Scope(ILogger logger, string serialNumber, string orderNumber, string merchant) =>
        DefinedScope(logger, serialNumber, orderNumber, merchant.Length == 0 ? "(unnamed)" : merchant);

    [LoggerMessage(EventId = 601, Message = "No handler is registered for {Notification}; it is acknowledged and counts as handled. Register INotificationHandler<Notification> to handle all kinds without a handler")]
    public static partial void NoHandler(ILogger logger, LogLevel level, string notification);
}

using GoogleCheckout.Inbox.Polling;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox.Diagnostics;

/// <summary>Every log message about pulling and replaying. Each category has a hundred ids of its own; a new message gets a new one.</summary>
internal static partial class PollingLog
{
    public const string Category = "GoogleCheckout.Inbox.Polling";

    [LoggerMessage(401, LogLevel.Information, "Merchant '{Merchant}': {Handled} pulled notifications were handled, {Duplicates} had been before")]
    public static partial void Polled(ILogger logger, string merchant, int handled, int duplicates);

    [LoggerMessage(402, LogLevel.Debug, "Merchant '{Merchant}': nothing new was pulled")]
    public static partial void NothingNew(ILogger logger, string merchant);

    [LoggerMessage(403, LogLevel.Error, "Handling {Notification}, which was pulled, failed; it is pulled again in the next round")]
    public static partial void HandlerFailed(ILogger logger, Notification notification, Exception exception);

    [LoggerMessage(404, LogLevel.Error, "Merchant '{Merchant}': {NotHandled} pulled notifications of {Orders} orders were not handled, and the position stays before the first of them ({Handled} others were handled, {Duplicates} had been before). Next round in {Wait}")]
    public static partial void Incomplete(ILogger logger, string merchant, int notHandled, int orders, int handled, int duplicates, TimeSpan wait);

    [LoggerMessage(405, LogLevel.Warning, "Merchant '{Merchant}': the service refused to go on from the token kept ({Reason}); pulling begins anew at {Start}, and what was handled since is known")]
    public static partial void TokenRefused(ILogger logger, string merchant, string reason, DateTimeOffset start);

    [LoggerMessage(406, LogLevel.Warning, "Merchant '{Merchant}': notifications could not be pulled. {Reason} Next round in {Wait}")]
    public static partial void ServiceFailed(ILogger logger, string merchant, string reason, TimeSpan wait);

    [LoggerMessage(407, LogLevel.Error, "Merchant '{Merchant}': notifications could not be pulled; nothing is lost. Next round in {Wait}")]
    public static partial void Failed(ILogger logger, string merchant, TimeSpan wait, Exception exception);
}

using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox.Diagnostics;

/// <summary>All log messages about polling and replaying. Each category has its own hundred event ids; a new message gets a new id.</summary>
internal static partial class PollingLog
{
    public const string Category = "GoogleCheckout.Inbox.Polling";

    /// <summary>Returns what to call a merchant: a program's only merchant has no name.</summary>
    public static string NameOf(string merchant) => merchant.Length == 0 ? "(unnamed)" : merchant;

    [LoggerMessage(401, LogLevel.Information, "Merchant {Merchant}: {Handled} polled notifications were handled, {Duplicates} were duplicates")]
    public static partial void Polled(ILogger logger, string merchant, int handled, int duplicates);

    [LoggerMessage(402, LogLevel.Debug, "Merchant {Merchant}: polling returned no new notifications")]
    public static partial void NothingNew(ILogger logger, string merchant);

    [LoggerMessage(403, LogLevel.Error, "Handling the polled {Notification} failed. The next round polls it again")]
    public static partial void HandlerFailed(ILogger logger, Notification notification, Exception exception);

    [LoggerMessage(404, LogLevel.Error, "Merchant {Merchant}: {NotHandled} polled notifications of {Orders} orders were not handled, so the cursor stays before the first of them ({Handled} others were handled, {Duplicates} were duplicates). Next round in {Wait}")]
    public static partial void Incomplete(ILogger logger, string merchant, int notHandled, int orders, int handled, int duplicates, TimeSpan wait);

    [LoggerMessage(405, LogLevel.Warning, "Merchant {Merchant}: the service rejected the stored continue token ({Reason}). Polling restarts at {Start}; the inbox recognizes the notifications that it has already handled")]
    public static partial void TokenRefused(ILogger logger, string merchant, string reason, DateTimeOffset start);

    [LoggerMessage(406, LogLevel.Warning, "Merchant {Merchant}: notifications could not be polled. {Reason} Next round in {Wait}")]
    public static partial void ServiceFailed(ILogger logger, string merchant, string reason, TimeSpan wait);

    [LoggerMessage(407, LogLevel.Error, "Merchant {Merchant}: notifications could not be polled. No notification is lost. Next round in {Wait}")]
    public static partial void Failed(ILogger logger, string merchant, TimeSpan wait, Exception exception);

    [LoggerMessage(410, LogLevel.Error, "Merchant {Merchant}: the polled {Notification} cannot be read and was not handled; polling continues after it. {Reason}")]
    public static partial void Unreadable(ILogger logger, string merchant, UnreadableNotification notification, string reason);

    [LoggerMessage(411, LogLevel.Error, "Merchant {Merchant}: OnUnreadable failed for the polled {Notification}. The next round polls it again")]
    public static partial void OnUnreadableFailed(ILogger logger, string merchant, UnreadableNotification notification, Exception exception);
}

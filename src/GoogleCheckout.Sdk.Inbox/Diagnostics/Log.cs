using GoogleCheckout.Inbox.Storage;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox.Diagnostics;

/// <summary>Every log message of the inbox. Each category has a hundred ids of its own; a new message gets a new one.</summary>
internal static partial class Log
{
    public const string Category = "GoogleCheckout.Inbox";

    [LoggerMessage(301, LogLevel.Warning, "The notification inbox is in memory and for tests: what was handled is forgotten when the program ends. Give AddNotificationInbox a database")]
    public static partial void InMemory(ILogger logger);

    [LoggerMessage(302, LogLevel.Debug, "{Notification} was handled at attempt {Attempt}")]
    public static partial void Handled(ILogger logger, Notification notification, int attempt);

    [LoggerMessage(303, LogLevel.Error, "Handling {Notification} failed at attempt {Attempt} with a {Fault}; it is tried again in {Wait}. The database has the whole exception in last_fault")]
    public static partial void Failed(ILogger logger, StoredNotification notification, int attempt, Type fault, TimeSpan wait);

    [LoggerMessage(304, LogLevel.Error, "{Notification} is a dead letter after {Attempts} attempts; NotificationDeadLetters lists it with the reason, and replays it")]
    public static partial void Dead(ILogger logger, StoredNotification notification, int attempts);

    [LoggerMessage(305, LogLevel.Error, "The queue of notifications cannot be worked on; nothing is lost, and it is tried again")]
    public static partial void QueueFailed(ILogger logger, Exception exception);

    [LoggerMessage(306, LogLevel.Information, "{Payloads} contents of notifications, {Keys} keys and {Orders} orders were pruned")]
    public static partial void Pruned(ILogger logger, int payloads, int keys, int orders);

    [LoggerMessage(307, LogLevel.Error, "What is old in the inbox cannot be pruned; it is tried again")]
    public static partial void PruningFailed(ILogger logger, Exception exception);
}

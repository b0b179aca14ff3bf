using GoogleCheckout.Inbox.Storage;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox.Diagnostics;

/// <summary>All log messages of the inbox. Each category has its own hundred event ids; a new message gets a new id.</summary>
internal static partial class Log
{
    public const string Category = "GoogleCheckout.Inbox";

    [LoggerMessage(301, LogLevel.Warning, "The notification inbox is in memory, which is for tests only: it forgets the handled notifications when the program ends. Pass a database to AddNotificationInbox")]
    public static partial void InMemory(ILogger logger);

    [LoggerMessage(302, LogLevel.Debug, "{Notification} was handled on attempt {Attempt}")]
    public static partial void Handled(ILogger logger, Notification notification, int attempt);

    [LoggerMessage(303, LogLevel.Error, "Attempt {Attempt} to handle {Notification} failed with {ExceptionType}. The next attempt is in {Delay}. The column last_fault contains the full exception")]
    public static partial void Failed(ILogger logger, StoredNotification notification, int attempt, Type exceptionType, TimeSpan delay);

    [LoggerMessage(304, LogLevel.Error, "{Notification} is a dead letter after {Attempts} attempts. Use NotificationDeadLetters to read the reason and to replay it")]
    public static partial void Dead(ILogger logger, StoredNotification notification, int attempts);

    [LoggerMessage(305, LogLevel.Error, "The notification queue cannot be processed. No notification is lost; processing is retried")]
    public static partial void QueueFailed(ILogger logger, Exception exception);

    [LoggerMessage(306, LogLevel.Information, "Pruned {Payloads} notification payloads, {Keys} notification keys and {Orders} orders")]
    public static partial void Pruned(ILogger logger, int payloads, int keys, int orders);

    [LoggerMessage(307, LogLevel.Error, "Expired rows of the inbox cannot be deleted. Pruning is retried")]
    public static partial void PruningFailed(ILogger logger, Exception exception);

    [LoggerMessage(308, LogLevel.Error, "The handler of {Notification} ignores its cancellation token and still runs. The inbox no longer waits for it and rolls back its transaction. The notification is not handled again in this process until the handler ends")]
    public static partial void Abandoned(ILogger logger, Notification notification);

    [LoggerMessage(309, LogLevel.Warning, "The handler of {Notification}, for which the inbox no longer waited, has ended (exception: {ExceptionType})")]
    public static partial void AbandonedEnded(ILogger logger, Notification notification, Type? exceptionType);

    [LoggerMessage(310, LogLevel.Error, "The {Notification} waits, because the handler of an earlier attempt still runs in this process and ignores its cancellation token. Next look in {Delay}. If the handler does not end, restart the program")]
    public static partial void StillRunning(ILogger logger, StoredNotification notification, TimeSpan delay);

    [LoggerMessage(311, LogLevel.Warning, "The database session of a handler that ignores its cancellation token could not be ended. Closing the connection rolls back its transaction, at the latest when the handler ends")]
    public static partial void SessionNotEnded(ILogger logger, Exception exception);
}

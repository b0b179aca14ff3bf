using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Outbox;

/// <summary>All log messages of the outbox. Each category has its own hundred event ids; a new message gets a new id.</summary>
internal static partial class OutboxLog
{
    public const string Category = "GoogleCheckout.Outbox";

    [LoggerMessage(701, LogLevel.Information, "The outcome of {Command} was handled on attempt {Attempt}: {Failure}")]
    public static partial void Ended(ILogger logger, StoredCommand command, int attempt, CommandFailure failure);

    [LoggerMessage(702, LogLevel.Information, "The {Command} is postponed: {Reason}")]
    public static partial void Postponed(ILogger logger, StoredCommand command, string reason);

    [LoggerMessage(703, LogLevel.Warning, "Attempt {Attempt} of {Command} failed with {ExceptionType}. The next attempt is in {Delay}, and looks up the order first. The column last_fault contains the full exception")]
    public static partial void Failed(ILogger logger, StoredCommand command, int attempt, Type exceptionType, TimeSpan delay);

    [LoggerMessage(704, LogLevel.Error, "The {Command} is a dead letter after {Attempts} attempts. Use CommandDeadLetters to read the reason, and to retry or drop it")]
    public static partial void Dead(ILogger logger, StoredCommand command, int attempts);

    [LoggerMessage(705, LogLevel.Error, "The outbox cannot be processed. No command is lost; processing is retried")]
    public static partial void OutboxFailed(ILogger logger, Exception exception);

    [LoggerMessage(706, LogLevel.Information, "Pruned {Commands} commands and {Orders} orders of the outbox")]
    public static partial void Pruned(ILogger logger, int commands, int orders);
}

using GoogleCheckout.Inbox.Polling;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox.Replay;

/// <summary>The log messages of replaying. They belong to the category of polling.</summary>
internal static partial class ReplayLog
{
    public const string Category = "GoogleCheckout.Inbox.Polling";

    [LoggerMessage(408, LogLevel.Warning, "The replayed {Notification} has the timestamp {Timestamp}: it has none, or is older than DeduplicationRetention ({DeduplicationRetention}). If it was handled before, its handler has run again. The replay result counts all such notifications of the archive")]
    public static partial void BeyondRetention(ILogger logger, Notification notification, DateTimeOffset? timestamp, TimeSpan deduplicationRetention);

    [LoggerMessage(409, LogLevel.Information, "The archive was replayed: {Counts}")]
    public static partial void Replayed(ILogger logger, ReplayResult counts);
}

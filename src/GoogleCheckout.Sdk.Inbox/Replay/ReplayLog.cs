using GoogleCheckout.Inbox.Polling;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox.Replay;

/// <summary>The log messages of replaying. They belong to the category of polling.</summary>
internal static partial class ReplayLog
{
    public const string Category = "GoogleCheckout.Inbox.Polling";

    [LoggerMessage(408, LogLevel.Warning, "{Notification} of {Timestamp}, replayed, happened longer ago than the inbox keeps its keys ({DeduplicationRetention}), or does not say when. If it was handled then, its handler has run again; so with others of the archive, which the result counts")]
    public static partial void BeyondRetention(ILogger logger, Notification notification, DateTimeOffset? timestamp, TimeSpan deduplicationRetention);

    [LoggerMessage(409, LogLevel.Information, "An archive was replayed: {Counts}")]
    public static partial void Replayed(ILogger logger, ReplayResult counts);
}

namespace GoogleCheckout.Inbox;

/// <summary>The ids of the log events of the inbox, of polling and of replay, for filters and alerts.</summary>
/// <remarks>An id means one event in all packages. The page <c>docs/telemetry.md</c> describes each event with its level.</remarks>
public static class NotificationInboxEventIds
{
    /// <summary>The inbox is in memory, for tests (Warning).</summary>
    public const int InboxInMemory = 301;

    /// <summary>A queued notification was handled (Debug).</summary>
    public const int QueuedNotificationHandled = 302;

    /// <summary>A queued notification failed and will be retried (Error).</summary>
    public const int QueuedNotificationFailed = 303;

    /// <summary>A notification became a dead letter (Error).</summary>
    public const int DeadLetter = 304;

    /// <summary>The queue's database failed; the queue retries (Error).</summary>
    public const int QueueFailed = 305;

    /// <summary>Old rows were deleted (Information).</summary>
    public const int Pruned = 306;

    /// <summary>Old rows could not be deleted; this is retried (Error).</summary>
    public const int PruningFailed = 307;

    /// <summary>A handler ignores its cancellation token; the inbox no longer waits for it (Error).</summary>
    public const int HandlerAbandoned = 308;

    /// <summary>A handler that ignored its cancellation token has ended (Warning).</summary>
    public const int AbandonedHandlerEnded = 309;

    /// <summary>A queued notification waits for a handler that ignores its cancellation token (Error).</summary>
    public const int WaitsForAbandonedHandler = 310;

    /// <summary>The database session of a handler that ignores its cancellation token could not be ended (Warning).</summary>
    public const int SessionNotEnded = 311;

    /// <summary>A poll handled notifications (Information).</summary>
    public const int Polled = 401;

    /// <summary>A poll found nothing new (Debug).</summary>
    public const int NothingNew = 402;

    /// <summary>A handler failed for a polled notification; it is polled again (Error).</summary>
    public const int PolledNotificationFailed = 403;

    /// <summary>A poll handled only some notifications; the position stays before the first that failed (Error).</summary>
    public const int PollIncomplete = 404;

    /// <summary>The service refused the stored token; polling starts again from an earlier time (Warning).</summary>
    public const int ContinueTokenRefused = 405;

    /// <summary>The service failed or refused; the next poll is later (Warning).</summary>
    public const int ServiceFailed = 406;

    /// <summary>Polling failed for another reason (Error).</summary>
    public const int PollingFailed = 407;

    /// <summary>A replayed notification is older than the inbox remembers (Warning).</summary>
    public const int ReplayedBeyondRetention = 408;

    /// <summary>An archive was replayed (Information).</summary>
    public const int ArchiveReplayed = 409;

    /// <summary>A polled notification cannot be read and was not handled; polling continues after it (Error).</summary>
    public const int PolledNotificationUnreadable = 410;

    /// <summary><see cref="Polling.NotificationPollingOptions.OnUnreadable"/> failed; the notification is polled again (Error).</summary>
    public const int OnUnreadableFailed = 411;
}

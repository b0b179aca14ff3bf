namespace GoogleCheckout.Outbox;

/// <summary>The ids of the log events of the outbox, for filters and alerts.</summary>
/// <remarks>An id means one event in all packages. The page <c>docs/telemetry.md</c> describes each event with its level.</remarks>
public static class CheckoutOutboxEventIds
{
    /// <summary>The outcome of a command was handled (Information).</summary>
    public const int CommandEnded = 701;

    /// <summary>A command was postponed, because its order waits (Information).</summary>
    public const int CommandPostponed = 702;

    /// <summary>An attempt failed and will be repeated (Warning).</summary>
    public const int CommandFailed = 703;

    /// <summary>A command became a dead letter (Error).</summary>
    public const int CommandDeadLetter = 704;

    /// <summary>The outbox's database failed; the outbox retries (Error).</summary>
    public const int OutboxFailed = 705;

    /// <summary>Old commands and orders were deleted (Information).</summary>
    public const int CommandsPruned = 706;
}

namespace GoogleCheckout.Inbox.Polling;

/// <summary>What became of the notifications of an archive.</summary>
public sealed record ReplayResult
{
    /// <summary>How many were read.</summary>
    public long Read { get; init; }

    /// <summary>How many were handled now, or in queued mode stored to be.</summary>
    public long Handled { get; init; }

    /// <summary>How many the inbox had seen before; nothing was done about them.</summary>
    public long Duplicates { get; init; }

    /// <summary>
    /// Of those handled, how many happened longer ago than the inbox keeps its keys, or do not say when. If they had been handled
    /// then, they were handled again.
    /// </summary>
    public long BeyondRetention { get; init; }
}

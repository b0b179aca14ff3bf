namespace GoogleCheckout.Inbox.Polling;

/// <summary>The counts of a replay.</summary>
public sealed record ReplayResult
{
    /// <summary>Gets the number of notifications that were read, without the <see cref="Errors"/>.</summary>
    public long Read { get; init; }

    /// <summary>Gets the number of notifications that were handled, or stored in queued mode.</summary>
    public long Handled { get; init; }

    /// <summary>Gets the number of notifications that the inbox already had; they were skipped.</summary>
    public long Duplicates { get; init; }

    /// <summary>
    /// Gets the number of handled notifications that are older than <see cref="NotificationInboxOptions.DeduplicationRetention"/>, or have no
    /// timestamp. If they were handled before, their handlers have run again.
    /// </summary>
    public long BeyondRetention { get; init; }

    /// <summary>Gets the number of entries of the archive that could not be read; they were passed to the callback.</summary>
    public long Errors { get; init; }
}

namespace GoogleCheckout.Testing;

/// <summary>
/// A clock that jumps to the end of a wait at once. A wait is a timer that is due while a later one, the deadline of the
/// operation, is set.
/// </summary>
public sealed class WaitSkippingTimeProvider() : TimerTrackingTimeProvider(new(2012, 10, 10, 2, 10, 58, TimeSpan.Zero))
{
    private readonly List<TimeSpan> _waits = [];

    /// <summary>How long each wait was.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (Gate)
            {
                return [.. _waits];
            }
        }
    }

    /// <summary>Called at the start of a wait, which then does not end. Null to jump to its end.</summary>
    public Action? WaitBegins { get; set; }

    protected override void OnTimerSet(TimeSpan dueTime)
    {
        lock (Gate)
        {
            if (dueTime == Timeout.InfiniteTimeSpan || !GetDueTimes().Any(other => other > GetUtcNow() + dueTime))
            {
                return;
            }

            _waits.Add(dueTime);
        }

        if (WaitBegins is { } waitBegins)
        {
            waitBegins();
        }
        else
        {
            Advance(dueTime);
        }
    }
}

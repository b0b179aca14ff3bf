namespace GoogleCheckout.Testing;

/// <summary>
/// A clock that advances to the end of a wait immediately. A wait is a timer that is due before another timer, the deadline
/// of the operation.
/// </summary>
public sealed class WaitSkippingTimeProvider() : TimerTrackingTimeProvider(new(2012, 10, 10, 2, 10, 58, TimeSpan.Zero))
{
    private readonly List<TimeSpan> _waits = [];

    /// <summary>The duration of each wait.</summary>
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

    /// <summary>Called at the start of a wait, which then does not end. Null to advance to its end.</summary>
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

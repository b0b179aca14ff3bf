namespace GoogleCheckout.Client;

/// <summary>
/// A clock that stands still until it is moved, and that jumps to the end of a wait at once. A wait is a timer that is
/// due while a later one, the deadline of the operation, is set.
/// </summary>
internal sealed class ImpatientClock : TimeProvider
{
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = new(2012, 10, 10, 2, 10, 58, TimeSpan.Zero);

    /// <summary>How long was waited each time.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>Called at the beginning of a wait, which then does not end. Null for jumping to its end.</summary>
    public Action? WaitBegins { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state, dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : _now + dueTime);
        bool isWait;
        lock (_timers)
        {
            isWait = _timers.Exists(other => other.Due > timer.Due);
            _timers.Add(timer);
        }

        if (isWait)
        {
            Waits.Add(dueTime);
            if (WaitBegins is { } waitBegins)
            {
                waitBegins();
            }
            else
            {
                Advance(dueTime);
            }
        }

        return timer;
    }

    public void Advance(TimeSpan time)
    {
        _now += time;
        List<Timer> due;
        lock (_timers)
        {
            due = _timers.FindAll(timer => timer.Due <= _now);
            due.ForEach(timer => _timers.Remove(timer));
        }

        due.ForEach(timer => timer.Fire());
    }

    private sealed class Timer(ImpatientClock clock, TimerCallback callback, object? state, DateTimeOffset due) : ITimer
    {
        public DateTimeOffset Due => due;

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose()
        {
            lock (clock._timers)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}

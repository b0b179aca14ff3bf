namespace GoogleCheckout.Inbox.Polling;

/// <summary>A clock that stands until it is set forward, timers included. It tells when somebody waits.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<(TimeSpan Least, TimeSpan Most, TaskCompletionSource Waiting)> _observers = [];
    private DateTimeOffset _now = new(2012, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Sets the clock forward; what falls due is called.</summary>
    public void Advance(TimeSpan time)
    {
        List<ManualTimer> due;
        lock (_gate)
        {
            _now += time;
            due = [.. _timers.Where(timer => timer.DueAt <= _now)];
            foreach (var timer in due)
            {
                timer.DueAt = timer.Period > TimeSpan.Zero ? _now + timer.Period : null;
            }

            _timers.RemoveAll(timer => timer.DueAt is null);
        }

        foreach (var timer in due)
        {
            timer.Call();
        }
    }

    /// <summary>Ends when somebody waits for so long from now.</summary>
    public Task WhenWaitingForAsync(TimeSpan time) => WhenWaitingForAsync(time, time);

    public Task WhenWaitingForAsync(TimeSpan least, TimeSpan most)
    {
        lock (_gate)
        {
            if (_timers.Any(timer => timer.DueAt >= _now + least && timer.DueAt <= _now + most))
            {
                return Task.CompletedTask;
            }

            var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _observers.Add((least, most, waiting));
            return waiting.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }

    private void Set(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            timer.Period = period;
            timer.DueAt = dueTime == Timeout.InfiniteTimeSpan ? null : _now + dueTime;
            if (timer.DueAt is not null)
            {
                _timers.Add(timer);
                _observers.FindAll(observer => dueTime >= observer.Least && dueTime <= observer.Most).ForEach(observer => observer.Waiting.TrySetResult());
            }
        }
    }

    private sealed class ManualTimer(ManualClock clock, Action callback) : ITimer
    {
        public DateTimeOffset? DueAt { get; set; }

        public TimeSpan Period { get; set; }

        public void Call() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime, period);
            return true;
        }

        public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

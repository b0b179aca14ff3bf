using Microsoft.Extensions.Time.Testing;

namespace GoogleCheckout.Testing;

/// <summary>A <see cref="FakeTimeProvider"/> that knows when its timers are due.</summary>
public abstract class TimerTrackingTimeProvider(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly List<TrackedTimer> _timers = [];

    /// <summary>Held while timers are read or changed.</summary>
    protected Lock Gate { get; } = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TrackedTimer(this);
        timer.Inner = base.CreateTimer(_ => timer.Fire(() => callback(state)), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>When each timer is due; <see cref="DateTimeOffset.MaxValue"/> for one that is not set.</summary>
    protected IEnumerable<DateTimeOffset> GetDueTimes() => _timers.Select(timer => timer.DueAt);

    /// <summary>Called after a timer was set, outside of the lock.</summary>
    protected abstract void OnTimerSet(TimeSpan dueTime);

    private sealed class TrackedTimer(TimerTrackingTimeProvider clock) : ITimer
    {
        private TimeSpan _period;

        public ITimer Inner { get; set; } = null!;

        public DateTimeOffset DueAt { get; private set; }

        public void Fire(Action callback)
        {
            lock (clock.Gate)
            {
                if (_period > TimeSpan.Zero)
                {
                    DueAt += _period;
                }
                else
                {
                    clock._timers.Remove(this);
                }
            }

            callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.Gate)
            {
                clock._timers.Remove(this);
                clock._timers.Add(this);
                DueAt = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock.GetUtcNow() + dueTime;
                _period = period;
            }

            var changed = Inner.Change(dueTime, period);
            clock.OnTimerSet(dueTime);
            return changed;
        }

        public void Dispose()
        {
            lock (clock.Gate)
            {
                clock._timers.Remove(this);
            }

            Inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

namespace GoogleCheckout.Sandbox.Infrastructure;

/// <summary>The service's clock: a source clock plus an offset. Times are in whole milliseconds, as in messages.</summary>
internal sealed class SandboxClock(TimeProvider source)
{
    private long _offsetTicks;

    public DateTimeOffset Now
    {
        get
        {
            var ticks = source.GetUtcNow().UtcTicks + Interlocked.Read(ref _offsetTicks);
            return new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        }
    }

    public void Advance(TimeSpan time) => Interlocked.Add(ref _offsetTicks, time.Ticks);

    /// <summary>
    /// Returns the due time of a timer that should fire at <paramref name="time"/>. The clock truncates to milliseconds, so the wait is
    /// one millisecond longer. It is at most one day, since timers support no more than 49 days.
    /// </summary>
    public TimeSpan Until(DateTimeOffset time)
    {
        var wait = time - Now + TimeSpan.FromMilliseconds(1);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : wait;
    }

    /// <summary>Creates a timer that is not started.</summary>
    public ITimer CreateTimer(Action callback) =>
        source.CreateTimer(_ => callback(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}

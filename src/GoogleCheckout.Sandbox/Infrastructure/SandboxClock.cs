namespace GoogleCheckout.Sandbox.Infrastructure;

/// <summary>The service's clock: another clock, set forward. It counts whole milliseconds, as messages do.</summary>
internal sealed class SandboxClock(TimeProvider source)
{
    private long _aheadTicks;

    public DateTimeOffset Now
    {
        get
        {
            var ticks = source.GetUtcNow().UtcTicks + Interlocked.Read(ref _aheadTicks);
            return new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        }
    }

    public void Advance(TimeSpan time) => Interlocked.Add(ref _aheadTicks, time.Ticks);

    /// <summary>
    /// How long a timer has to wait until then. The clock drops what is less than a millisecond, so it waits one longer;
    /// and no timer waits longer than 49 days, so this one wakes up each day.
    /// </summary>
    public TimeSpan Until(DateTimeOffset time)
    {
        var wait = time - Now + TimeSpan.FromMilliseconds(1);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : wait;
    }

    /// <summary>A timer that is not set yet.</summary>
    public ITimer CreateTimer(Action callback) =>
        source.CreateTimer(_ => callback(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}

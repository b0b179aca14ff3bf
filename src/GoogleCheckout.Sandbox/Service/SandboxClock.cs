namespace GoogleCheckout.Sandbox.Service;

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

    /// <summary>A timer that is not set yet.</summary>
    public ITimer CreateTimer(Action callback) =>
        source.CreateTimer(_ => callback(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}

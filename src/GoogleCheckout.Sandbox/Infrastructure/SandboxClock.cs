using System.Globalization;

namespace GoogleCheckout.Sandbox.Infrastructure;

/// <summary>The service's clock: a source clock plus an offset. Times are in whole milliseconds, as in messages.</summary>
internal sealed class SandboxClock(TimeProvider source)
{
    /// <summary>
    /// The time at which the clock stops. The rest of the calendar is for delays, deadlines and periods that are added to a time:
    /// <see cref="CheckoutSandboxOptions.MaxDelay"/>.
    /// </summary>
    public static readonly DateTimeOffset Latest = new(9900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private long _offsetTicks;

    public DateTimeOffset Now
    {
        get
        {
            var ticks = Math.Min(source.GetUtcNow().UtcTicks + Interlocked.Read(ref _offsetTicks), Latest.UtcTicks);
            return new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        }
    }

    /// <summary>Moves the clock forward.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The clock would pass <see cref="Latest"/>. It does not move.</exception>
    public void Advance(TimeSpan time)
    {
        lock (_gate)
        {
            var now = Now;
            if (time > Latest - now)
            {
                throw new ArgumentOutOfRangeException(nameof(time), string.Create(
                    CultureInfo.InvariantCulture, $"The time is too long: the sandbox's clock is at {now:yyyy-MM-dd} and can move forward to {Latest:yyyy-MM-dd}."));
            }

            Interlocked.Add(ref _offsetTicks, time.Ticks);
        }
    }

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

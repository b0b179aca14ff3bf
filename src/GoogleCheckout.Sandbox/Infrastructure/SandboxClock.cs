using System.Globalization;

namespace GoogleCheckout.Sandbox.Infrastructure;

/// <summary>
/// The service's clock: a source clock plus an offset. Times are in whole milliseconds, as in messages. It never goes back, also if the
/// source does: the order of the times is the order of what happened.
/// </summary>
internal sealed class SandboxClock(TimeProvider source)
{
    /// <summary>
    /// The time at which the clock stops. The rest of the calendar is for delays, deadlines and periods that are added to a time:
    /// <see cref="SandboxMerchantOptions.MaxDelay"/>.
    /// </summary>
    public static readonly DateTimeOffset Latest = new(9900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private long _offsetTicks;
    private long _latestTicks;

    public DateTimeOffset Now
    {
        get
        {
            var ticks = Math.Min(source.GetUtcNow().UtcTicks + Interlocked.Read(ref _offsetTicks), Latest.UtcTicks);
            return new DateTimeOffset(NotBack(ticks - (ticks % TimeSpan.TicksPerMillisecond)), TimeSpan.Zero);
        }
    }

    /// <summary>The time by which the clock is ahead of its source.</summary>
    public TimeSpan Offset => new(Interlocked.Read(ref _offsetTicks));

    /// <summary>Sets the clock to an offset of an earlier process.</summary>
    /// <param name="offset">The offset.</param>
    /// <param name="latest">The latest time of that process. If the source is behind it, the offset becomes larger.</param>
    public void Restore(TimeSpan offset, DateTimeOffset latest)
    {
        lock (_gate)
        {
            var behind = latest.UtcTicks - (source.GetUtcNow().UtcTicks + offset.Ticks);
            Interlocked.Exchange(ref _offsetTicks, offset.Ticks + Math.Max(behind, 0));
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

    private long NotBack(long ticks)
    {
        var latest = Interlocked.Read(ref _latestTicks);
        while (ticks > latest)
        {
            var seen = Interlocked.CompareExchange(ref _latestTicks, ticks, latest);
            if (seen == latest)
            {
                return ticks;
            }

            latest = seen;
        }

        return latest;
    }

    /// <summary>Creates a timer that is not started.</summary>
    public ITimer CreateTimer(Action callback) =>
        source.CreateTimer(_ => callback(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}

using Microsoft.Extensions.Time.Testing;

namespace GoogleCheckout.Testing;

/// <summary>A clock that a test advances, with real timers, for code that polls.</summary>
public sealed class RealTimerTimeProvider() : FakeTimeProvider(new(2012, 3, 4, 5, 6, 7, TimeSpan.Zero))
{
    /// <summary>Runs once, before the next timer is created.</summary>
    public Action? BeforeTimer { get; set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var before = BeforeTimer;
        BeforeTimer = null;
        before?.Invoke();
        return System.CreateTimer(callback, state, dueTime, period);
    }
}

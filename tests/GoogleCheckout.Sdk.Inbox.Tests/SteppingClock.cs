namespace GoogleCheckout.Inbox;

/// <summary>A clock that goes on when it is told to. Its timers are the machine's.</summary>
internal sealed class SteppingClock : TimeProvider
{
    private DateTimeOffset _now = new(2012, 3, 4, 5, 6, 7, TimeSpan.Zero);

    /// <summary>Runs once, before the next timer is made.</summary>
    public Action? BeforeTimer { get; set; }

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan time) => _now += time;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var before = BeforeTimer;
        BeforeTimer = null;
        before?.Invoke();
        return base.CreateTimer(callback, state, dueTime, period);
    }
}

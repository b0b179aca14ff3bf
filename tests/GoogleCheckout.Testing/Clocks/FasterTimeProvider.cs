namespace GoogleCheckout.Testing;

/// <summary>A clock that runs faster than the machine's, the same in each process that creates it with the same arguments.</summary>
/// <param name="start">The time from which it runs faster.</param>
/// <param name="speed">How much faster it runs.</param>
/// <param name="ahead">How far it is ahead at the start.</param>
public sealed class FasterTimeProvider(DateTimeOffset start, int speed, TimeSpan ahead = default) : TimeProvider
{
    public override long TimestampFrequency => System.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => start + ahead + ((System.GetUtcNow() - start) * speed);

    public override long GetTimestamp() => System.GetTimestamp() * speed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(System.CreateTimer(callback, state, Shorten(dueTime), Shorten(period)), this);

    private TimeSpan Shorten(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / speed;

    private sealed class Timer(ITimer timer, FasterTimeProvider clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Shorten(dueTime), clock.Shorten(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}

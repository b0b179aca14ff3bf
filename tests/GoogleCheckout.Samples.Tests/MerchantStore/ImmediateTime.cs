using System.Collections.Concurrent;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>A clock with which no delay takes time.</summary>
internal sealed class ImmediateTime : TimeProvider
{
    /// <summary>The delays that were asked for.</summary>
    public ConcurrentQueue<TimeSpan> Delays { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Delays.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}

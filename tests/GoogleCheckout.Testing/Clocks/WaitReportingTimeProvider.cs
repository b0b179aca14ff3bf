namespace GoogleCheckout.Testing;

/// <summary>A clock that reports when the code under test waits.</summary>
public sealed class WaitReportingTimeProvider() : TimerTrackingTimeProvider(new(2012, 3, 4, 5, 6, 7, TimeSpan.Zero))
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly List<(TimeSpan Min, TimeSpan Max, TaskCompletionSource Waiting)> _observers = [];

    /// <summary>Completes when a timer is due after this time.</summary>
    public Task WhenWaitingForAsync(TimeSpan time) => WhenWaitingForAsync(time, time);

    /// <summary>Completes when a timer is due after a time between the two limits.</summary>
    public Task WhenWaitingForAsync(TimeSpan min, TimeSpan max)
    {
        lock (Gate)
        {
            var now = GetUtcNow();
            if (GetDueTimes().Any(due => due >= now + min && due <= now + max))
            {
                return Task.CompletedTask;
            }

            var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _observers.Add((min, max, waiting));
            return waiting.Task.WaitAsync(Limit);
        }
    }

    protected override void OnTimerSet(TimeSpan dueTime)
    {
        lock (Gate)
        {
            _observers.FindAll(observer => dueTime >= observer.Min && dueTime <= observer.Max).ForEach(observer => observer.Waiting.TrySetResult());
        }
    }
}

using GoogleCheckout.Notifications;

namespace GoogleCheckout.Inbox.Handlers;

/// <summary>A handler that ignores its cancellation token and runs until the test ends it. It handles the other notifications at once.</summary>
internal sealed class StuckHandler(string serialNumber, bool blocksThread = false)
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _starts;

    /// <summary>Completes when the handler runs.</summary>
    public Task Begun => _begun.Task.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>How often it was started.</summary>
    public int Starts => _starts;

    /// <summary>What the handler does when it is ended; by default, nothing.</summary>
    public Func<NotificationContext, Task> AtTheEnd { get; set; } = _ => Task.CompletedTask;

    public async Task HandleAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        await Effects.AddAsync(context, CancellationToken.None);
        if (notification.SerialNumber != serialNumber || Interlocked.Increment(ref _starts) > 1)
        {
            return;
        }

        _begun.SetResult();
        if (blocksThread)
        {
            _release.Task.GetAwaiter().GetResult();
        }
        else
        {
            await _release.Task;
        }

        await AtTheEnd(context);
    }

    /// <summary>Ends it.</summary>
    public void Release() => _release.TrySetResult();
}

namespace GoogleCheckout.Http;

/// <summary>The time something may take, joined to the caller's own wish to stop.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly TimeSpan _allowed;
    private readonly long _started;
    private readonly CancellationTokenSource _stop;
    private readonly ITimer _timer;
    private volatile bool _hasPassed;

    public Deadline(TimeProvider clock, TimeSpan allowed, CancellationToken cancelledByCaller)
    {
        _clock = clock;
        _allowed = allowed;
        _started = clock.GetTimestamp();
        _stop = cancelledByCaller.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancelledByCaller) : new CancellationTokenSource();
        _timer = clock.CreateTimer(static deadline => ((Deadline)deadline!).Pass(), this, allowed, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Cancelled when the time has passed or the caller has cancelled.</summary>
    public CancellationToken Token => _stop.Token;

    public bool HasPassed => _hasPassed;

    public TimeSpan Remaining => _allowed == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : _allowed - _clock.GetElapsedTime(_started);

    /// <summary>Waits, or throws when the deadline passes or the caller cancels first.</summary>
    public async Task DelayAsync(TimeSpan delay)
    {
        var over = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var timer = _clock.CreateTimer(static over => ((TaskCompletionSource<bool>)over!).TrySetResult(true), over, delay, Timeout.InfiniteTimeSpan);
        using var stop = Token.Register(() => over.TrySetCanceled(Token));
        await over.Task.ConfigureAwait(false);
    }

    public void Dispose()
    {
        _timer.Dispose();
        _stop.Dispose();
    }

    private void Pass()
    {
        _hasPassed = true;
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The operation ended at the same moment.
        }
    }
}

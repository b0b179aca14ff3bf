namespace GoogleCheckout.Http;

/// <summary>A timeout, linked to the caller's cancellation token.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly TimeSpan _timeout;
    private readonly long _started;
    private readonly CancellationTokenSource _stop;
    private readonly ITimer _timer;
    private volatile bool _hasPassed;

    public Deadline(TimeProvider clock, TimeSpan timeout, CancellationToken callerToken)
    {
        _clock = clock;
        _timeout = timeout;
        _started = clock.GetTimestamp();
        _stop = callerToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(callerToken) : new CancellationTokenSource();
        _timer = clock.CreateTimer(static deadline => ((Deadline)deadline!).Pass(), this, timeout, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Gets a token that is canceled if the timeout elapses or the caller cancels.</summary>
    public CancellationToken Token => _stop.Token;

    public bool HasPassed => _hasPassed;

    /// <summary>Gets the time until the timeout; without a timeout, the longest time that a timer can wait.</summary>
    public TimeSpan Remaining => _timeout == Timeout.InfiniteTimeSpan ? TimeSpan.FromMilliseconds(int.MaxValue) : _timeout - _clock.GetElapsedTime(_started);

    /// <summary>Waits, or throws if the deadline passes or the caller cancels first.</summary>
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
            // The operation ended at the same time.
        }
    }
}

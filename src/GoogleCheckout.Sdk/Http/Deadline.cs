namespace GoogleCheckout.Http;

/// <summary>A timeout, linked to the caller's cancellation token.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly TimeSpan _timeout;
    private readonly long _started;
    private readonly CancellationToken _callerToken;
    private readonly CancellationTokenSource _stop = new();
    private CancellationTokenRegistration _link;
    private ITimer? _timer;
    private volatile bool _hasPassed;

    /// <param name="clock">The clock.</param>
    /// <param name="timeout">The timeout.</param>
    /// <param name="callerToken">The caller's token.</param>
    /// <param name="isRunning">False if the deadline is only needed for an operation that turns out to wait: then call <see cref="Run"/>.</param>
    public Deadline(TimeProvider clock, TimeSpan timeout, CancellationToken callerToken, bool isRunning = true)
    {
        _clock = clock;
        _timeout = timeout;
        _callerToken = callerToken;
        _started = clock.GetTimestamp();
        if (isRunning)
        {
            Start(timeout);
        }
    }

    /// <summary>Gets a token that is canceled if the timeout elapses or the caller cancels.</summary>
    public CancellationToken Token => _stop.Token;

    public bool HasPassed => _hasPassed;

    /// <summary>Gets the time since this object was created.</summary>
    public TimeSpan Elapsed => _clock.GetElapsedTime(_started);

    /// <summary>Gets the time until the timeout; without a timeout, the longest time that a timer can wait.</summary>
    public TimeSpan Remaining => _timeout == Timeout.InfiniteTimeSpan ? TimeSpan.FromMilliseconds(int.MaxValue) : _timeout - Elapsed;

    /// <summary>Starts the timer, for the rest of the timeout since this object was created, and follows the caller's token.</summary>
    public void Run()
    {
        var elapsed = Elapsed;
        Start(_timeout == Timeout.InfiniteTimeSpan ? _timeout : elapsed < _timeout ? _timeout - elapsed : TimeSpan.Zero);
    }

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
        _timer?.Dispose();
        _link.Dispose();
        _stop.Dispose();
    }

    private void Start(TimeSpan rest)
    {
        _timer = _clock.CreateTimer(static deadline => ((Deadline)deadline!).Pass(), this, rest, Timeout.InfiniteTimeSpan);
        _link = _callerToken.Register(static stop => ((CancellationTokenSource)stop!).Cancel(), _stop);
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

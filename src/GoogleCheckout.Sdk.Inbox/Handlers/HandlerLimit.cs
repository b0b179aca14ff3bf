namespace GoogleCheckout.Inbox.Handlers;

/// <summary>Cancels a handler after its maximum run time, or when its caller stops waiting.</summary>
internal sealed class HandlerLimit : IDisposable
{
    private readonly CancellationTokenSource _timeout;
    private readonly CancellationTokenSource _linked;

    public HandlerLimit(TimeSpan timeout, TimeProvider time, CancellationToken caller)
    {
        Timeout = timeout;
        Caller = caller;
        _timeout = new CancellationTokenSource(timeout, time);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(caller, _timeout.Token);
        Token = _linked.Token;
    }

    public TimeSpan Timeout { get; }

    /// <summary>The token of the caller: of the request, or of the host that stops.</summary>
    public CancellationToken Caller { get; }

    /// <summary>The token for the handler.</summary>
    public CancellationToken Token { get; }

    public void Dispose()
    {
        _linked.Dispose();
        _timeout.Dispose();
    }
}

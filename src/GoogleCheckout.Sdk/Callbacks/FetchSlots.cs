namespace GoogleCheckout.Callbacks;

/// <summary>Limits the number of concurrent and of waiting fetches.</summary>
internal sealed class FetchSlots(int max) : IDisposable
{
    // If more posts waited, each would start to fetch shortly before its timeout expires, and fail.
    private const int MaxWaitingPerFetch = 8;

    private readonly SemaphoreSlim _slots = new(max, max);
    private int _waiting;

    public int Max => max;

    public long MaxWaiting => (long)max * MaxWaitingPerFetch;

    /// <summary>Waits until the fetch may start.</summary>
    /// <returns>False if too many fetches are waiting already.</returns>
    public async Task<bool> TryEnterAsync(CancellationToken cancellationToken)
    {
        if (_slots.Wait(0, CancellationToken.None))
        {
            return true;
        }

        try
        {
            if (Interlocked.Increment(ref _waiting) > MaxWaiting)
            {
                return false;
            }

            await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Leave() => _slots.Release();

    public void Dispose() => _slots.Dispose();
}

using GoogleCheckout.Notifications;

namespace GoogleCheckout.Callbacks;

/// <summary>A client that returns the notifications of the test and counts concurrent requests.</summary>
internal sealed class StubClient(Func<string, CancellationToken, Task<Notification>> fetch) : CheckoutClient
{
    private int _now;
    private int _max;
    private int _requests;

    public int Requests => _requests;

    /// <summary>The maximum number of concurrent requests.</summary>
    public int MaxConcurrent => _max;

    public override async Task<Notification> GetNotificationAsync(string serialNumber, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _requests);
        var now = Interlocked.Increment(ref _now);
        int max;
        while (now > (max = _max) && Interlocked.CompareExchange(ref _max, now, max) != max)
        {
        }

        try
        {
            return await fetch(serialNumber, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _now);
        }
    }
}

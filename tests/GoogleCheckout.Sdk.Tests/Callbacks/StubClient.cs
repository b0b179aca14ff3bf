using GoogleCheckout.Notifications;

namespace GoogleCheckout.Callbacks;

/// <summary>A client that gives out the notifications the test says, and counts who asks at a time.</summary>
internal sealed class StubClient(Func<string, CancellationToken, Task<Notification>> fetch) : CheckoutClient
{
    private int _now;
    private int _most;
    private int _asked;

    public int Asked => _asked;

    /// <summary>How many were asked for at a time, at the most.</summary>
    public int MostAtATime => _most;

    public override async Task<Notification> GetNotificationAsync(string serialNumber, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _asked);
        var now = Interlocked.Increment(ref _now);
        int most;
        while (now > (most = _most) && Interlocked.CompareExchange(ref _most, now, most) != most)
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

namespace GoogleCheckout.Inbox.Queue;

/// <summary>How long to wait after a failure: longer each time, to a limit, and not all at the same moment.</summary>
internal sealed class Backoff(TimeSpan first, TimeSpan longest, Func<double> random)
{
    /// <summary>The wait after an attempt, the first being 1.</summary>
    public TimeSpan GetDelay(int attempt)
    {
        var seconds = Math.Min(first.TotalSeconds * Math.Pow(2, attempt - 1), longest.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (0.75 + (random() / 2)));
    }
}

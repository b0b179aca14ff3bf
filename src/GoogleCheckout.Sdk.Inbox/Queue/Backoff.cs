namespace GoogleCheckout.Inbox.Queue;

/// <summary>How long to wait after a failure: longer each time, to a limit, and not all at the same moment.</summary>
internal sealed class Backoff(TimeSpan first, TimeSpan longest, Func<double> random)
{
    // Beyond this a doubled tick would not fit.
    private const int MaxDoublings = 30;

    /// <summary>The wait after an attempt, the first being 1.</summary>
    public TimeSpan After(int attempt)
    {
        var wait = first * Math.Pow(2, Math.Clamp(attempt - 1, 0, MaxDoublings));
        return (wait < longest ? wait : longest) * (0.75 + (random() / 2));
    }
}

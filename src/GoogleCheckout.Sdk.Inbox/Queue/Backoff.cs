namespace GoogleCheckout.Inbox.Queue;

/// <summary>Calculates the delay after a failure. The delay doubles with each attempt up to a maximum, and varies randomly by up to 25 percent.</summary>
internal sealed class Backoff(TimeSpan first, TimeSpan max, Func<double> random)
{
    // Doubled this often, the shortest delay is more than any maximum. A higher power would become infinite, and zero times infinity is no number.
    private const int MaxDoublings = 64;

    /// <summary>Returns the delay after an attempt; the first attempt is 1.</summary>
    public TimeSpan GetDelay(int attempt)
    {
        var seconds = Math.Min(first.TotalSeconds * Math.Pow(2, Math.Min(attempt - 1, MaxDoublings)), max.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (0.75 + (random() / 2)));
    }
}

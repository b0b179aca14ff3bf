namespace GoogleCheckout.Inbox.Queue;

/// <summary>Calculates the delay after a failure. The delay doubles with each attempt up to a maximum, and varies randomly by up to 25 percent.</summary>
internal sealed class Backoff(TimeSpan first, TimeSpan max, Func<double> random)
{
    /// <summary>Returns the delay after an attempt; the first attempt is 1.</summary>
    public TimeSpan GetDelay(int attempt)
    {
        var seconds = Math.Min(first.TotalSeconds * Math.Pow(2, attempt - 1), max.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (0.75 + (random() / 2)));
    }
}

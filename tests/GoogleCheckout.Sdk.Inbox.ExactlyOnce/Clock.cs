namespace GoogleCheckout.Inbox.ExactlyOnce;

/// <summary>The machine's clock, which PostgreSQL's <c>now()</c> reads too.</summary>
internal static class Clock
{
    /// <summary>Microseconds since 1970.</summary>
    public static long Now => (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}

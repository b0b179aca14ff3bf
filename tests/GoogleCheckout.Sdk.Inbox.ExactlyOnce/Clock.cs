namespace GoogleCheckout.Inbox.ExactlyOnce;

/// <summary>The machine's clock, which the database servers read too.</summary>
internal static class Clock
{
    /// <summary>Microseconds since 1970.</summary>
    public static long Now => (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}

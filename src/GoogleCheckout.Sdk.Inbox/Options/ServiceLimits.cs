namespace GoogleCheckout.Inbox.Options;

/// <summary>The limits of the service's reports, with a margin for clock differences.</summary>
internal static class ServiceLimits
{
    /// <summary>The minimum age of requested notifications. The service's guide states 30 minutes.</summary>
    public static readonly TimeSpan YoungestAge = TimeSpan.FromMinutes(35);

    /// <summary>The time that is read again when polling continues at a time instead of a token. The inbox recognizes the duplicates.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    /// <summary>How far back the notification history is requested; the service accepts less than 450 days.</summary>
    public static readonly TimeSpan HistoryReach = TimeSpan.FromDays(449);

    /// <summary>How far back polling starts; the service accepts 180 days.</summary>
    public static readonly TimeSpan PollingReach = TimeSpan.FromDays(179);

    /// <summary>Returns the time, limited to the range that can be requested.</summary>
    public static DateTimeOffset Clamp(DateTimeOffset time, DateTimeOffset now, TimeSpan reach)
    {
        var (oldest, youngest) = (now - reach, now - YoungestAge);
        return time < oldest ? oldest : time > youngest ? youngest : time;
    }
}

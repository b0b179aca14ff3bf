namespace GoogleCheckout.Inbox.Options;

/// <summary>What the service gives out, with a margin for clocks that differ.</summary>
internal static class ServiceLimits
{
    /// <summary>Nothing younger is asked for: half an hour by the old guide.</summary>
    public static readonly TimeSpan YoungestAge = TimeSpan.FromMinutes(35);

    /// <summary>How much of what was had is read once more where a reading goes on by time; the inbox knows it.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    /// <summary>How far back the notification history is requested; the service accepts less than 450 days.</summary>
    public static readonly TimeSpan HistoryReach = TimeSpan.FromDays(449);

    /// <summary>How far back polling starts; the service accepts 180 days.</summary>
    public static readonly TimeSpan PollingReach = TimeSpan.FromDays(179);

    /// <summary>The time itself, or the nearest to it that can be asked for.</summary>
    public static DateTimeOffset Clamp(DateTimeOffset time, DateTimeOffset now, TimeSpan reach)
    {
        var (oldest, youngest) = (now - reach, now - YoungestAge);
        return time < oldest ? oldest : time > youngest ? youngest : time;
    }
}

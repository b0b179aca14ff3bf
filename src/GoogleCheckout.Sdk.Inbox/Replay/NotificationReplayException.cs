namespace GoogleCheckout.Inbox.Polling;

/// <summary>A handler failed at a notification of an archive, and the replay ended there. Once the cause is mended, replay the archive again: what was handled is known.</summary>
public sealed class NotificationReplayException : Exception
{
    /// <summary>Makes an exception about one notification.</summary>
    /// <param name="serialNumber">The notification's.</param>
    /// <param name="counts">What became of those until it, itself read but neither handled nor seen before.</param>
    /// <param name="innerException">What the handler or the inbox threw.</param>
    public NotificationReplayException(string serialNumber, ReplayResult counts, Exception innerException)
        : base(Describe(serialNumber, counts), innerException)
    {
        SerialNumber = serialNumber;
        Counts = counts;
    }

    /// <summary>The serial number of the notification.</summary>
    public string SerialNumber { get; }

    /// <summary>What became of those until it. It is the one numbered <see cref="ReplayResult.Read"/>, the first of the archive being 1.</summary>
    public ReplayResult Counts { get; }

    private static string Describe(string serialNumber, ReplayResult counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"Notification {counts.Read} of the archive, {serialNumber}, could not be handled; the inner exception says why. The {counts.Read - 1} before it are done. Mend the cause and replay the archive again: the inbox knows what was handled.");
    }
}

namespace GoogleCheckout.Inbox.Polling;

/// <summary>The exception that ends a replay when a notification of the archive cannot be handled. Fix the cause and replay the archive again: the inbox recognizes the handled notifications.</summary>
public sealed class NotificationReplayException : Exception
{
    /// <summary>Creates an exception for one notification.</summary>
    /// <param name="serialNumber">The serial number of the notification.</param>
    /// <param name="counts">The counts up to this notification, which is counted as read, but not as handled or as a duplicate.</param>
    /// <param name="innerException">The exception of the handler or the inbox.</param>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is null.</exception>
    public NotificationReplayException(string serialNumber, ReplayResult counts, Exception innerException)
        : base(Describe(serialNumber, counts), innerException)
    {
        SerialNumber = serialNumber;
        Counts = counts;
    }

    /// <summary>Gets the serial number of the notification.</summary>
    public string SerialNumber { get; }

    /// <summary>Gets the counts up to this notification. <see cref="ReplayResult.Read"/> is its 1-based position in the archive.</summary>
    public ReplayResult Counts { get; }

    private static string Describe(string serialNumber, ReplayResult counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"Notification {counts.Read} of the archive, {QuotedText.OfIdentifier(serialNumber)}, could not be handled; the inner exception contains the cause. The {counts.Read - 1} notifications before it are done. Fix the cause and replay the archive again: the inbox recognizes the handled notifications.");
    }
}

using System.Globalization;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>A pending notification of the queue, with its number of attempts.</summary>
internal sealed record StoredNotification(string Merchant, string SerialNumber, string OrderNumber, int Attempts, ReadOnlyMemory<byte> Payload)
{
    public static StoredNotification Read(object[] row) => new(
        (string)row[0],
        (string)row[1],
        (string)row[2],
        Convert.ToInt32(row[3], CultureInfo.InvariantCulture),
        row[4] as byte[]);

    /// <summary>Returns whether a row of serial number and attempts is this notification at this attempt.</summary>
    public bool IsCurrentAttempt(object[]? row) =>
        row is [string serialNumber, var attempts] && serialNumber == SerialNumber && Convert.ToInt32(attempts, CultureInfo.InvariantCulture) == Attempts;

    public override string ToString() => $"notification {SerialNumber} of order {OrderNumber}";
}

using System.Text;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Inbox.ExactlyOnce;

/// <summary>A notification on its way, and when it was on its way. Times are as in <see cref="Effect"/>.</summary>
internal sealed class Sending(Notification notification)
{
    private readonly Lock _lock = new();

    public string SerialNumber { get; } = notification.SerialNumber;

    public string OrderNumber { get; } = notification.GoogleOrderNumber;

    public DateTimeOffset Timestamp { get; } = notification.Timestamp!.Value;

    public ReadOnlyMemory<byte> Xml { get; } = Encoding.UTF8.GetBytes(notification.ToXmlString());

    /// <summary>When it was first sent; null before that.</summary>
    public long? FirstSent { get; private set; }

    /// <summary>When its first acknowledgment had arrived, so that it was stored or handled; null before that.</summary>
    public long? Acknowledged { get; private set; }

    public void IsSentAt(long time)
    {
        lock (_lock)
        {
            FirstSent ??= time;
        }
    }

    public void IsAcknowledgedAt(long time)
    {
        lock (_lock)
        {
            Acknowledged ??= time;
        }
    }
}

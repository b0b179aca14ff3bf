using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>The notifications of one order that the merchant has not acknowledged, oldest first; never empty while it is kept.</summary>
internal sealed class OrderQueue(string googleOrderNumber)
{
    public string GoogleOrderNumber { get; } = googleOrderNumber;

    public Queue<Notification> Notifications { get; } = [];

    /// <summary>How often the first of them was sent in vain.</summary>
    public int FailedAttempts { get; set; }

    /// <summary>When the first of them is to be sent.</summary>
    public DateTimeOffset DueAt { get; set; }
}

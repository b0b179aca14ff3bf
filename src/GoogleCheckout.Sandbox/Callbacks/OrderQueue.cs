using GoogleCheckout.Sandbox.Service;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>
/// The notifications of one order that the merchant has not acknowledged, oldest first. The delivery queue keeps an empty one only if a
/// notification is held back until the next one exists.
/// </summary>
internal sealed class OrderQueue(string googleOrderNumber)
{
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxBackoff = TimeSpan.FromHours(1);

    private readonly LinkedList<PendingDelivery> _pending = [];

    public string GoogleOrderNumber { get; } = googleOrderNumber;

    public bool IsEmpty => _pending.Count == 0;

    public PendingDelivery First => _pending.First!.Value;

    /// <summary>The notification that is sent after the next one is delivered; null if there is none.</summary>
    public PendingDelivery? HeldBack { get; set; }

    /// <summary>The number of failed attempts of the first notification.</summary>
    public int FailedAttempts { get; set; }

    /// <summary>The time until the first notification is sent again after its last failed attempt.</summary>
    public TimeSpan Backoff
    {
        get
        {
            var backoff = FirstBackoff * Math.Pow(2, Math.Min(FailedAttempts - 1, 30));
            return backoff < MaxBackoff ? backoff : MaxBackoff;
        }
    }

    /// <summary>The time at which the first notification is to be sent.</summary>
    public DateTimeOffset DueAt { get; set; }

    public void Add(PendingDelivery delivery) => _pending.AddLast(delivery);

    public PendingDelivery TakeFirst()
    {
        var first = First;
        _pending.RemoveFirst();
        return first;
    }

    /// <summary>Removes a notification that the merchant acknowledged in an earlier process, unless a fault repeats it; or counts an attempt that failed.</summary>
    public void Replay(ServiceInput.DeliveryAttempted attempted)
    {
        if (_pending.FirstOrDefault(pending => pending.Notification.SerialNumber == attempted.SerialNumber) is not { } delivery)
        {
            return;
        }

        // An attempt that a person sent does not know how often a fault repeats the notification.
        delivery.Attempts = Math.Max(delivery.Attempts, attempted.Attempt);
        delivery.MoreTimes = attempted.EndsWaiting is null ? attempted.MoreTimes : delivery.MoreTimes;
        if (!(attempted.EndsWaiting ?? attempted.Error is null))
        {
            return;
        }

        if (delivery.MoreTimes == 0)
        {
            _pending.Remove(delivery);
        }
        else
        {
            delivery.MoreTimes--;
        }
    }

    /// <summary>Moves the notification that was held back, if any, to the front.</summary>
    public void Release()
    {
        if (HeldBack is { } held)
        {
            HeldBack = null;
            _pending.AddFirst(held);
        }
    }
}

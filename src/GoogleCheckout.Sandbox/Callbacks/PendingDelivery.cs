using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>A notification that is to be delivered. Not thread-safe: only one attempt uses it at a time.</summary>
internal sealed class PendingDelivery(Notification notification)
{
    private IReadOnlyList<DeliveryFault>? _faults;

    public Notification Notification { get; } = notification;

    /// <summary>The number of attempts, including failed ones.</summary>
    public int Attempts { get; set; }

    /// <summary>The number of additional deliveries after it is acknowledged.</summary>
    public long MoreTimes { get; set; }

    /// <summary>The delay before the first attempt.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Whether the next notification of its order is sent before it.</summary>
    public bool IsAfterNext { get; set; }

    public bool IsPostponed => Delay > TimeSpan.Zero || IsAfterNext;

    /// <summary>Sets when and how often it is delivered. If the same faults were applied before, nothing changes.</summary>
    public void ApplyFaults(IReadOnlyList<DeliveryFault> faults)
    {
        if (_faults == faults)
        {
            return;
        }

        _faults = faults;
        MoreTimes = faults.Sum(fault => (long)fault.MoreTimes);
        Delay = faults.Aggregate(TimeSpan.Zero, (delay, fault) => delay + fault.DelayTime);
        IsAfterNext = faults.Any(fault => fault.IsAfterNext);
    }
}

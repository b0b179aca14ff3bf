using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>A notification that the merchant is still to be sent. One at a time uses it.</summary>
internal sealed class PendingDelivery(Notification notification)
{
    private IReadOnlyList<DeliveryFault>? _plan;

    public Notification Notification { get; } = notification;

    /// <summary>How often it was sent, in vain or not.</summary>
    public int Attempts { get; set; }

    /// <summary>How often it is to be delivered once it is acknowledged.</summary>
    public int MoreTimes { get; set; }

    /// <summary>How late it is to be.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Whether the next one of its order is to go out before it.</summary>
    public bool IsAfterNext { get; set; }

    public bool IsPutOff => Delay > TimeSpan.Zero || IsAfterNext;

    /// <summary>Decides when and how often it is delivered, unless that has been decided by these faults.</summary>
    public void Plan(IReadOnlyList<DeliveryFault> faults)
    {
        if (_plan == faults)
        {
            return;
        }

        _plan = faults;
        MoreTimes = faults.Sum(fault => fault.MoreTimes);
        Delay = faults.Aggregate(TimeSpan.Zero, (delay, fault) => delay + fault.DelayTime);
        IsAfterNext = faults.Any(fault => fault.IsAfterNext);
    }
}

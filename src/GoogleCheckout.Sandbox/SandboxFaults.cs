using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Faults;

namespace GoogleCheckout.Sandbox;

/// <summary>What is to go wrong. Nothing does that was not asked for. Safe for use by many threads.</summary>
public sealed class SandboxFaults
{
    internal SandboxFaults()
    {
    }

    internal FaultRules<Notification, DeliveryFault> Deliveries { get; } = new();

    /// <summary>
    /// Something goes wrong when such notifications are delivered. What concerns the order and number of deliveries holds for
    /// notifications that come about from now on, and what concerns the document for every attempt from now on.
    /// </summary>
    /// <param name="which">Which notifications; must be quick, and may be asked at any time, by many threads. One that throws stands for no.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">How often at most; without it, until <see cref="Clear"/>.</param>
    public void WhenDelivering(Func<Notification, bool> which, DeliveryFault fault, int times = int.MaxValue) => Deliveries.Add(which, fault, times);

    /// <summary>Something goes wrong when notifications of one kind are delivered; see the other overload.</summary>
    /// <typeparam name="T">The kind; <see cref="Notification"/> for all.</typeparam>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">How often at most; without it, until <see cref="Clear"/>.</param>
    public void WhenDelivering<T>(DeliveryFault fault, int times = int.MaxValue)
        where T : Notification => WhenDelivering(notification => notification is T, fault, times);

    /// <summary>From now on nothing goes wrong. What was delayed stays delayed.</summary>
    public void Clear() => Deliveries.Clear();
}

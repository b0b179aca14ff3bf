using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Faults;

namespace GoogleCheckout.Sandbox;

/// <summary>
/// What is to go wrong with the API's requests, and with the notifications that the merchant is sent. Safe for use by many
/// threads.
/// </summary>
public sealed class SandboxFaults
{
    private readonly FaultRules<CheckoutMessage, SandboxFault> _requests = new();

    internal SandboxFaults()
    {
    }

    internal NotificationFaults Notifications { get; } = new();

    /// <summary>Strikes the next requests, whatever they are.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">How many of them.</param>
    public void Next(SandboxFault fault, int times = 1) => When(_ => true, fault, times);

    /// <summary>
    /// Strikes each request of a kind. One that is refused anyway, for its credentials or its document, does not count. The
    /// first rule that fits decides; the requests that one with a number has struck are over with.
    /// </summary>
    /// <param name="predicate">Whether a request is of that kind; it must not throw.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">How many of them; null for all until <see cref="Clear"/>.</param>
    public void When(Func<CheckoutMessage, bool> predicate, SandboxFault fault, int? times = null) => _requests.Add(predicate, fault, times);

    /// <summary>
    /// Strikes each notification of a kind once: at the next attempt to deliver it, or in the next report that has it. All
    /// rules that fit then apply, in their order; the changed document holds for further attempts and reports.
    /// </summary>
    /// <param name="predicate">Whether a notification is of that kind. Where it throws, the attempt fails and says so.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">How many of them; null for all until <see cref="Clear"/>.</param>
    public void OnDelivery(Func<Notification, bool> predicate, DeliveryFault fault, int? times = null) => Notifications.Add(predicate, fault, times);

    /// <summary>Strikes each notification of a type, as the other overload does.</summary>
    /// <typeparam name="T">The type; <see cref="Notification"/> for all.</typeparam>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">How many of them; null for all until <see cref="Clear"/>.</param>
    public void OnDelivery<T>(DeliveryFault fault, int? times = null)
        where T : Notification => OnDelivery(notification => notification is T, fault, times);

    /// <summary>Lets everything go well again, further attempts included. What has been put off comes when it was to come.</summary>
    public void Clear()
    {
        _requests.Clear();
        Notifications.Clear();
    }

    /// <summary>What goes wrong with this request; null for nothing.</summary>
    internal SandboxFault? Take(CheckoutMessage message) => _requests.TakeFirst(message);
}

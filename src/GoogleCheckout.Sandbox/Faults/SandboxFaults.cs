using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Faults;

namespace GoogleCheckout.Sandbox;

/// <summary>
/// The faults that the sandbox injects into API requests and into the delivery of notifications. There are none until a test adds
/// them. Thread-safe.
/// </summary>
public sealed class SandboxFaults
{
    private readonly FaultRules<CheckoutMessage, SandboxFault> _requests = new();

    internal SandboxFaults()
    {
    }

    internal FaultRules<CheckoutMessage, SandboxFault> Requests => _requests;

    internal NotificationFaults Notifications { get; } = new();

    /// <summary>Injects a fault into the next requests of any kind.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="times">The number of requests, at least 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public void Next(SandboxFault fault, int times = 1) => When(_ => true, fault, times);

    /// <summary>
    /// Injects a fault into the requests that match a predicate. Requests that are rejected because of their credentials, document or
    /// address do not count. The first rule that matches applies. A rule is removed after <paramref name="times"/> requests.
    /// </summary>
    /// <param name="predicate">Whether the fault applies to a request. If it throws, the response is an error with status 500 and the exception's message.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="times">The number of requests, at least 1; null for all requests until <see cref="Clear"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="predicate"/> or <paramref name="fault"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public void When(Func<CheckoutMessage, bool> predicate, SandboxFault fault, int? times = null) => _requests.Add(predicate, fault, times);

    /// <summary>
    /// Injects a fault into the notifications that match a predicate. It applies to each notification once: at the next delivery
    /// attempt, or in the next report that contains it. All rules that match then apply, in the order in which they were added. Further
    /// attempts and reports contain the same changed document.
    /// </summary>
    /// <param name="predicate">Whether the fault applies to a notification. If it throws, the delivery attempt or the report fails with that error.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="times">The number of notifications, at least 1; null for all notifications until <see cref="Clear"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="predicate"/> or <paramref name="fault"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public void OnDelivery(Func<Notification, bool> predicate, DeliveryFault fault, int? times = null) => Notifications.Add(predicate, fault, times);

    /// <summary>Injects a fault into the notifications of a type, once into each, as the other overload does.</summary>
    /// <typeparam name="T">The type; <see cref="Notification"/> for all notifications.</typeparam>
    /// <param name="fault">The fault.</param>
    /// <param name="times">The number of notifications, at least 1; null for all notifications until <see cref="Clear"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public void OnDelivery<T>(DeliveryFault fault, int? times = null)
        where T : Notification => OnDelivery(notification => notification is T, fault, times);

    /// <summary>Removes all faults, also from further attempts of notifications that had one. Delayed notifications stay delayed.</summary>
    public void Clear()
    {
        _requests.Clear();
        Notifications.Clear();
    }

    /// <summary>Returns the fault that applies to the request, and counts its use; null if none applies.</summary>
    internal SandboxFault? Take(CheckoutMessage message) => _requests.TakeFirst(message);
}

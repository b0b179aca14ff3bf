using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>An event that was due and threw an exception. It does not happen, and the order is as it was.</summary>
/// <param name="At">The time at which the event was due.</param>
/// <param name="GoogleOrderNumber">The order; null if the failure is not that of one order.</param>
/// <param name="Event">The event; null if the failure is not that of one event.</param>
/// <param name="Exception">The exception.</param>
internal sealed record DueEventFailure(DateTimeOffset At, string? GoogleOrderNumber, OrderEvent? Event, Exception Exception);

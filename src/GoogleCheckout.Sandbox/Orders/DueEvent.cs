namespace GoogleCheckout.Sandbox.Orders;

/// <summary>An event that happens automatically at a given time.</summary>
internal sealed record DueEvent(DateTimeOffset At, OrderEvent Event);

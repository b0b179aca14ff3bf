namespace GoogleCheckout.Sandbox.Orders;

/// <summary>An event that happens by itself when its time has come.</summary>
internal sealed record DueEvent(DateTimeOffset At, OrderEvent Event);

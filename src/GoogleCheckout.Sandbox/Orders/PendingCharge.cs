namespace GoogleCheckout.Sandbox.Orders;

/// <summary>A charge that the bank has not completed.</summary>
/// <param name="Amount">The amount to charge.</param>
/// <param name="Shipment">The shipment to record when the charge succeeds; null if the command only charges.</param>
internal sealed record PendingCharge(Money Amount, Shipment? Shipment = null);

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>A charge the merchant commanded and the bank has not answered.</summary>
/// <param name="Amount">How much.</param>
/// <param name="Shipment">What counts as shipped once the money is there; null where the command was to charge only.</param>
internal sealed record PendingCharge(Money Amount, Shipment? Shipment = null);

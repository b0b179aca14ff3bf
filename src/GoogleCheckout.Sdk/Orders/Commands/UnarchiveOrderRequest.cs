namespace GoogleCheckout.Orders;

/// <summary>Moves an order back into the merchant's inbox. Changes no state. Schema type <c>UnarchiveOrderRequest</c>.</summary>
public sealed record UnarchiveOrderRequest : OrderCommand;

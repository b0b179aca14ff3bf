namespace GoogleCheckout.Orders;

/// <summary>Moves an order out of the merchant's inbox. Changes no state. Schema type <c>ArchiveOrderRequest</c>.</summary>
public sealed record ArchiveOrderRequest : OrderCommand;

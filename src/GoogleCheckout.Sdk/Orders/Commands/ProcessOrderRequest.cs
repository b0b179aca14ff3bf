namespace GoogleCheckout.Orders;

/// <summary>Marks an order as being prepared; a step that may be left out. Schema type <c>ProcessOrderRequest</c>.</summary>
public sealed record ProcessOrderRequest : OrderCommand;

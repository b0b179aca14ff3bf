namespace GoogleCheckout.Orders;

/// <summary>Marks an order as being prepared. This step is optional. Schema type <c>ProcessOrderRequest</c>.</summary>
public sealed record ProcessOrderRequest : OrderCommand;

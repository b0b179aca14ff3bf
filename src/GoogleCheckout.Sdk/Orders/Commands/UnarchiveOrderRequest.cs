namespace GoogleCheckout.Orders;

/// <summary>Returns an archived order to the merchant's inbox. Does not change its states. Schema type <c>UnarchiveOrderRequest</c>.</summary>
public sealed record UnarchiveOrderRequest : OrderCommand;

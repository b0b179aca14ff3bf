namespace GoogleCheckout.Orders;

/// <summary>Archives an order: removes it from the merchant's inbox. Does not change its states. Schema type <c>ArchiveOrderRequest</c>.</summary>
public sealed record ArchiveOrderRequest : OrderCommand;

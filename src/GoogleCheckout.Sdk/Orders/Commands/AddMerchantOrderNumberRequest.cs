namespace GoogleCheckout.Orders;

/// <summary>Assigns the merchant's order number to an order. Does not change its states. Schema type <c>AddMerchantOrderNumberRequest</c>.</summary>
public sealed record AddMerchantOrderNumberRequest : OrderCommand
{
    /// <summary>The merchant's order number, which later order summaries contain. Wire name: <c>merchant-order-number</c>.</summary>
    public required string MerchantOrderNumber { get; init; }
}

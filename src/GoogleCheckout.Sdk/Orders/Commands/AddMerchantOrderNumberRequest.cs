namespace GoogleCheckout.Orders;

/// <summary>Gives an order the shop's own number. Changes no state. Schema type <c>AddMerchantOrderNumberRequest</c>.</summary>
public sealed record AddMerchantOrderNumberRequest : OrderCommand
{
    /// <summary>The shop's own number; later order summaries carry it. Wire name: <c>merchant-order-number</c>.</summary>
    public required string MerchantOrderNumber { get; init; }
}

namespace GoogleCheckout.Orders;

/// <summary>Identifies an item of an order. Schema type <c>ItemId</c>.</summary>
public sealed record ItemId
{
    /// <summary>The merchant item ID of the item in the cart, its only identifier. Wire name: <c>merchant-item-id</c>.</summary>
    public string? MerchantItemId { get; init; }
}

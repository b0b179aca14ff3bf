namespace GoogleCheckout.Orders;

/// <summary>Names an item of an order. Schema type <c>ItemId</c>.</summary>
public sealed record ItemId
{
    /// <summary>The id the item had in the cart; the service knows items by no other. Wire name: <c>merchant-item-id</c>.</summary>
    public string? MerchantItemId { get; init; }
}

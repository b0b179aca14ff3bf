namespace MerchantStore.Data;

/// <summary>An item of an order.</summary>
internal sealed class OrderLine
{
    public long Id { get; init; }

    public required string OrderNumber { get; init; }

    /// <summary>The id of the product, by which items are shipped; null for an item that has none.</summary>
    public string? ProductId { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>The price of one, in the currency of the order.</summary>
    public decimal UnitPrice { get; init; }

    public int Quantity { get; init; }

    public ShippingState ShippingState { get; set; }
}

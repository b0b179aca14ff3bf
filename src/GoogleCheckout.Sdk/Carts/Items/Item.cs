namespace GoogleCheckout.Carts;

/// <summary>An item of a cart. Schema type <c>Item</c>.</summary>
public sealed record Item
{
    /// <summary>The name of the item, as the buyer's receipt shows it. Wire name: <c>item-name</c>.</summary>
    public required string ItemName { get; init; }

    /// <summary>The description of the item. It may be empty, and is empty if a received message has no description. Wire name: <c>item-description</c>.</summary>
    public required string ItemDescription { get; init; }

    /// <summary>
    /// The price of one unit before tax. May be negative, for a discount. The sum of all items may not be negative.
    /// Wire name: <c>unit-price</c>.
    /// </summary>
    public required Money UnitPrice { get; init; }

    /// <summary>The number of units, 1 or more. Wire name: <c>quantity</c>.</summary>
    public required int Quantity { get; init; }

    /// <summary>
    /// The merchant's ID of the item. Only items with an ID can be shipped, canceled or returned separately.
    /// Wire name: <c>merchant-item-id</c>.
    /// </summary>
    public string? MerchantItemId { get; init; }

    /// <summary>
    /// The merchant's private data about the item, which the service includes in every message about the order.
    /// Wire name: <c>merchant-private-item-data</c>.
    /// </summary>
    public PrivateData? MerchantPrivateItemData { get; init; }

    /// <summary>
    /// The <see cref="AlternateTaxTable.Name"/> of the table that taxes the item, at most 255 characters; null for the
    /// default table. Wire name: <c>tax-table-selector</c>.
    /// </summary>
    public string? TaxTableSelector { get; init; }

    /// <summary>The weight of one unit. Carrier-calculated shipping requires it. Wire name: <c>item-weight</c>.</summary>
    public ItemWeight? ItemWeight { get; init; }

    /// <summary>The delivery of an item that is not shipped; null if the item is shipped. Wire name: <c>digital-content</c>.</summary>
    public DigitalContent? DigitalContent { get; init; }

    /// <summary>The recurring payments for the item; null if the buyer pays once. Wire name: <c>subscription</c>.</summary>
    public Subscription? Subscription { get; init; }
}

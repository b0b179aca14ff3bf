namespace GoogleCheckout.Carts;

/// <summary>One line of a cart. Schema type <c>Item</c>.</summary>
public sealed record Item
{
    /// <summary>What the item is called on the buyer's receipt. Wire name: <c>item-name</c>.</summary>
    public required string ItemName { get; init; }

    /// <summary>What the item is; may be empty, and is where a received message has none. Wire name: <c>item-description</c>.</summary>
    public required string ItemDescription { get; init; }

    /// <summary>
    /// The price of one piece before tax. Negative for a discount; the whole cart may not be.
    /// Wire name: <c>unit-price</c>.
    /// </summary>
    public required Money UnitPrice { get; init; }

    /// <summary>How many pieces, 1 or more. Wire name: <c>quantity</c>.</summary>
    public required int Quantity { get; init; }

    /// <summary>
    /// The shop's own id of the item. Only items that have one can be shipped, cancelled or returned by themselves.
    /// Wire name: <c>merchant-item-id</c>.
    /// </summary>
    public string? MerchantItemId { get; init; }

    /// <summary>
    /// The merchant's own data about the item, sent back with every message about the order.
    /// Wire name: <c>merchant-private-item-data</c>.
    /// </summary>
    public PrivateData? MerchantPrivateItemData { get; init; }

    /// <summary>
    /// The <see cref="AlternateTaxTable.Name"/> of the table the item is taxed by, at most 255 characters; null for the
    /// default table. Wire name: <c>tax-table-selector</c>.
    /// </summary>
    public string? TaxTableSelector { get; init; }

    /// <summary>The weight of one piece; carriers cannot price an item without it. Wire name: <c>item-weight</c>.</summary>
    public ItemWeight? ItemWeight { get; init; }

    /// <summary>How the buyer gets an item that is not shipped; null for one that is. Wire name: <c>digital-content</c>.</summary>
    public DigitalContent? DigitalContent { get; init; }

    /// <summary>How the item is paid for again and again; null for one paid once. Wire name: <c>subscription</c>.</summary>
    public Subscription? Subscription { get; init; }
}

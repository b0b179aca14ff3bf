using GoogleCheckout.Orders;

namespace GoogleCheckout.Carts;

/// <summary>The price of an order. <see cref="Total"/> is the sum of <see cref="Subtotal"/> and <see cref="OrderAdjustment.AdjustmentTotal"/>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record CartPrice
{
    /// <summary>The sum of the prices of the items, including discounts.</summary>
    public required Money Subtotal { get; init; }

    /// <summary>The tax, shipping and codes as in the order. Codes that are not valid are not included.</summary>
    public required OrderAdjustment Adjustment { get; init; }

    /// <summary>The total that the buyer pays.</summary>
    public required Money Total { get; init; }

    /// <summary>
    /// The tax of each item, in the order of the cart, and of shipping if a shipping method is selected. Empty if the merchant
    /// calculated the tax.
    /// </summary>
    public IReadOnlyList<CartTaxLine> TaxLines { get; init; } = [];

    /// <summary>The rounding policy that was applied to the tax.</summary>
    public required RoundingPolicy RoundingPolicy { get; init; }
}

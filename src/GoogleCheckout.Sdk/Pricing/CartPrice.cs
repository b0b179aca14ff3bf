using GoogleCheckout.Orders;

namespace GoogleCheckout.Carts;

/// <summary>What an order of a cart costs. <see cref="Subtotal"/> and <see cref="OrderAdjustment.AdjustmentTotal"/> add up to <see cref="Total"/>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record CartPrice
{
    /// <summary>What the items cost, discounts among them taken off.</summary>
    public required Money Subtotal { get; init; }

    /// <summary>Taxes, shipping and codes as the order shows them; codes that take nothing off by right are not in it.</summary>
    public required OrderAdjustment Adjustment { get; init; }

    /// <summary>What the buyer pays.</summary>
    public required Money Total { get; init; }

    /// <summary>
    /// How the tax came about: a line for each item, in the order of the cart, and one for shipping where there is some.
    /// Empty where the merchant calculated the tax.
    /// </summary>
    public IReadOnlyList<CartTaxLine> TaxLines { get; init; } = [];

    /// <summary>How the tax was rounded.</summary>
    public required RoundingPolicy RoundingPolicy { get; init; }
}

namespace GoogleCheckout.Orders;

/// <summary>What comes on top of an order's items: taxes, shipping, coupons and gift certificates. Schema type <c>OrderAdjustment</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record OrderAdjustment
{
    /// <summary>
    /// Whether the merchant's own calculation was used; null where none was asked for.
    /// Wire name: <c>merchant-calculation-successful</c>.
    /// </summary>
    public bool? MerchantCalculationSuccessful { get; init; }

    /// <summary>The coupons and gift certificates of the buyer. Wire name: <c>merchant-codes/*</c>.</summary>
    public IReadOnlyList<MerchantCodeAdjustment> MerchantCodes { get; init; } = [];

    /// <summary>The taxes in all. Wire name: <c>total-tax</c>.</summary>
    public Money? TotalTax { get; init; }

    /// <summary>The shipping method and its cost; null for an order that is not shipped. Wire name: <c>shipping/*</c>.</summary>
    public ShippingAdjustment? Shipping { get; init; }

    /// <summary>Taxes and shipping less coupons and gift certificates; may be negative. Wire name: <c>adjustment-total</c>.</summary>
    public Money? AdjustmentTotal { get; init; }
}

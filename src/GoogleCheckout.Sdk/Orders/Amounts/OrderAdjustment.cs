namespace GoogleCheckout.Orders;

/// <summary>The adjustments to the item total: tax, shipping, coupons and gift certificates. Schema type <c>OrderAdjustment</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record OrderAdjustment
{
    /// <summary>
    /// Whether the merchant's calculation was used; null if none was requested.
    /// Wire name: <c>merchant-calculation-successful</c>.
    /// </summary>
    public bool? MerchantCalculationSuccessful { get; init; }

    /// <summary>The applied coupons and gift certificates; empty if there are none. Wire name: <c>merchant-codes/*</c>.</summary>
    public IReadOnlyList<MerchantCodeAdjustment> MerchantCodes { get; init; } = [];

    /// <summary>The total tax; null if absent. Wire name: <c>total-tax</c>.</summary>
    public Money? TotalTax { get; init; }

    /// <summary>The shipping method and its cost; null if the order is not shipped. Wire name: <c>shipping/*</c>.</summary>
    public ShippingAdjustment? Shipping { get; init; }

    /// <summary>Tax and shipping minus coupons and gift certificates. May be negative. Null if absent. Wire name: <c>adjustment-total</c>.</summary>
    public Money? AdjustmentTotal { get; init; }
}

using GoogleCheckout.Calculations;

namespace GoogleCheckout.Carts;

/// <summary>What a cart leaves open, and its price depends on: the buyer's choices, others' answers, the merchant's account.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record CartSelections
{
    /// <summary>
    /// Where the order goes; decides on taxes and ways of shipping. Null where it is not known: good only for a cart whose
    /// price does not depend on it. For an order that is not shipped, the buyer's billing address.
    /// </summary>
    public Address? ShippingAddress { get; init; }

    /// <summary>The <see cref="ShippingOption.Name"/> the buyer chose, in upper or lower case; null for none, which costs nothing.</summary>
    public string? ShippingName { get; init; }

    /// <summary>
    /// What the merchant answered about the chosen way of shipping, or the carrier's own price of it, before the charges the
    /// cart adds. Null where there is no answer, which leaves the fallback price of the cart.
    /// </summary>
    public Money? ShippingRate { get; init; }

    /// <summary>
    /// What the merchant answered about the tax of the whole order; only for tax tables that are merchant-calculated. Null
    /// where there is no answer, which leaves the rates of the cart.
    /// </summary>
    public Money? TotalTax { get; init; }

    /// <summary>What the merchant answered about the codes the buyer entered, in that order.</summary>
    public IReadOnlyList<MerchantCodeResult> MerchantCodeResults { get; init; } = [];

    /// <summary>
    /// Whether the merchant was asked and gave no answer the service could use. Needed only where codes were all there was to
    /// ask; a missing rate or tax shows by itself.
    /// </summary>
    public bool MerchantCalculationFailed { get; init; }

    /// <summary>The tax tables of the merchant's account, for a cart that brings none; null for no tax then.</summary>
    public TaxTables? AccountTaxTables { get; init; }

    /// <summary>
    /// How the merchant's account rounds tax, for a cart that does not say. Null goes by the currency: for GBP half up on each
    /// line, as in the United Kingdom; otherwise half to even on the total, as in the United States.
    /// </summary>
    public RoundingPolicy? AccountRoundingPolicy { get; init; }
}

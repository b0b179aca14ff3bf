using GoogleCheckout.Calculations;

namespace GoogleCheckout.Carts;

/// <summary>The values, besides the cart, that determine the price: the buyer's choices, the results of the merchant and carriers, and the settings of the merchant's account.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record CartSelections
{
    /// <summary>
    /// The shipping address, which determines the tax and the available shipping methods. May be null if the price of the cart
    /// does not depend on it. For an order that is not shipped, the buyer's billing address.
    /// </summary>
    public Address? ShippingAddress { get; init; }

    /// <summary>The <see cref="ShippingOption.Name"/> that the buyer selected, ignoring case; null for no shipping, at no cost.</summary>
    public string? ShippingName { get; init; }

    /// <summary>
    /// The merchant's result for the selected shipping method, or the carrier's price before the additional charges of the cart.
    /// If null, the price in the cart is used.
    /// </summary>
    public Money? ShippingRate { get; init; }

    /// <summary>
    /// The merchant's result for the tax of the whole order; must be null unless the tax tables are merchant-calculated. If null,
    /// the tax rates of the cart are used.
    /// </summary>
    public Money? TotalTax { get; init; }

    /// <summary>The merchant's results for the codes that the buyer entered, in the order of entry.</summary>
    public IReadOnlyList<MerchantCodeResult> MerchantCodeResults { get; init; } = [];

    /// <summary>
    /// Whether the merchant returned no usable results, so that none is used. If false, each result is used for itself: for a missing
    /// <see cref="ShippingRate"/> or <see cref="TotalTax"/> the values in the cart, and the codes in any case.
    /// </summary>
    public bool MerchantCalculationFailed { get; init; }

    /// <summary>
    /// The two-letter ISO 3166-1 code of the merchant's country. A shipping method without restrictions is available there only. If null,
    /// the currency of the cart determines it: the United States for USD, with territories and military addresses, and the United Kingdom for GBP.
    /// For other currencies such a method is then available everywhere.
    /// </summary>
    public string? MerchantCountry { get; init; }

    /// <summary>
    /// Whether a shipping method with restrictions that allow no area ships nowhere, as the words say. If false, it ships within the
    /// merchant's country, except to the excluded areas.
    /// </summary>
    public bool EmptyAllowedAreasShipNowhere { get; init; }

    /// <summary>The tax tables of the merchant's account, used if the cart has none. If both are null, nothing is taxed.</summary>
    public TaxTables? AccountTaxTables { get; init; }

    /// <summary>
    /// The rounding policy of the merchant's account, used if the cart has none. If both are null, the currency determines it: for
    /// GBP half up on each line, as in the United Kingdom; otherwise half to even on the total, as in the United States.
    /// </summary>
    public RoundingPolicy? AccountRoundingPolicy { get; init; }
}

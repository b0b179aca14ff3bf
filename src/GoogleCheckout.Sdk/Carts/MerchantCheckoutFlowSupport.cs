namespace GoogleCheckout.Carts;

/// <summary>How a buyer checks out: taxes, shipping, links back to the shop. Schema type <c>MerchantCheckoutFlowSupport</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record MerchantCheckoutFlowSupport
{
    /// <summary>Where the buyer can change the cart before paying. Wire name: <c>edit-cart-url</c>.</summary>
    public string? EditCartUrl { get; init; }

    /// <summary>
    /// Where the buyer can go on shopping after paying. The service links to it and adds nothing about the order.
    /// Wire name: <c>continue-shopping-url</c>.
    /// </summary>
    public string? ContinueShoppingUrl { get; init; }

    /// <summary>
    /// The tax rates. Null leaves them to the merchant's account; empty tables overrule the account, so nothing is
    /// taxed. Wire name: <c>tax-tables</c>.
    /// </summary>
    public TaxTables? TaxTables { get; init; }

    /// <summary>The ways of shipping the buyer may choose from, each name once. Wire name: <c>shipping-methods/*</c>.</summary>
    public IReadOnlyList<ShippingMethod> ShippingMethods { get; init; } = [];

    /// <summary>
    /// Addresses of others who are told when the order is placed, such as affiliate networks.
    /// Wire name: <c>parameterized-urls/parameterized-url</c>.
    /// </summary>
    public IReadOnlyList<ParameterizedUrl> ParameterizedUrls { get; init; } = [];

    /// <summary>Where to ask the shop for shipping, tax and codes while the buyer waits. Wire name: <c>merchant-calculations</c>.</summary>
    public MerchantCalculations? MerchantCalculations { get; init; }

    /// <summary>Whether the buyer must give a telephone number; null means no. Wire name: <c>request-buyer-phone-number</c>.</summary>
    public bool? RequestBuyerPhoneNumber { get; init; }

    /// <summary>What the analytics script of the shop's page put together. Wire name: <c>analytics-data</c>.</summary>
    public string? AnalyticsData { get; init; }

    /// <summary>The merchant id of the e-commerce provider that acts for the merchant. Wire name: <c>platform-id</c>.</summary>
    public long? PlatformId { get; init; }

    /// <summary>
    /// How tax is rounded. Null means half to even on the total in the United States, half up on each line in the
    /// United Kingdom. Wire name: <c>rounding-policy</c>.
    /// </summary>
    public RoundingPolicy? RoundingPolicy { get; init; }
}

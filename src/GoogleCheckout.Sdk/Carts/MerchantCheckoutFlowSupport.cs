namespace GoogleCheckout.Carts;

/// <summary>The settings of a checkout: taxes, shipping methods, and links to the merchant's site. Schema type <c>MerchantCheckoutFlowSupport</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record MerchantCheckoutFlowSupport
{
    /// <summary>The URL of the page where the buyer can change the cart before paying; null for no link. Wire name: <c>edit-cart-url</c>.</summary>
    public string? EditCartUrl { get; init; }

    /// <summary>
    /// The URL of the page where the buyer can continue shopping after paying; null for no link. The service adds nothing
    /// about the order to it.
    /// Wire name: <c>continue-shopping-url</c>.
    /// </summary>
    public string? ContinueShoppingUrl { get; init; }

    /// <summary>
    /// The tax tables. If null, the service uses those of the merchant's account. Empty tables replace those of the account,
    /// so that nothing is taxed. Wire name: <c>tax-tables</c>.
    /// </summary>
    public TaxTables? TaxTables { get; init; }

    /// <summary>The shipping methods that the buyer may choose from. Their names must be unique. Wire name: <c>shipping-methods/*</c>.</summary>
    public IReadOnlyList<ShippingMethod> ShippingMethods { get; init; } = [];

    /// <summary>
    /// The third-party URLs that are requested when the order is placed, for example those of affiliate networks.
    /// Wire name: <c>parameterized-urls/parameterized-url</c>.
    /// </summary>
    public IReadOnlyList<ParameterizedUrl> ParameterizedUrls { get; init; } = [];

    /// <summary>The merchant's calculations of shipping, tax and codes during the checkout; null if there are none. Wire name: <c>merchant-calculations</c>.</summary>
    public MerchantCalculations? MerchantCalculations { get; init; }

    /// <summary>Whether the buyer must enter a telephone number; null means no. Wire name: <c>request-buyer-phone-number</c>.</summary>
    public bool? RequestBuyerPhoneNumber { get; init; }

    /// <summary>The data that the analytics script of the merchant's page collected; null if there is none. Wire name: <c>analytics-data</c>.</summary>
    public string? AnalyticsData { get; init; }

    /// <summary>The merchant ID of the e-commerce provider that acts for the merchant; null if there is none. Wire name: <c>platform-id</c>.</summary>
    public long? PlatformId { get; init; }

    /// <summary>
    /// The rounding of tax. Null means <see cref="RoundingMode.HalfEven"/> on the total in the United States, and
    /// <see cref="RoundingMode.HalfUp"/> on each line in the United Kingdom. Wire name: <c>rounding-policy</c>.
    /// </summary>
    public RoundingPolicy? RoundingPolicy { get; init; }
}

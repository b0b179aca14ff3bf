namespace GoogleCheckout.Carts;

/// <summary>
/// A request that posts a cart to the service, with the taxes, shipping methods and links of the checkout. The response is
/// a <see cref="CheckoutRedirect"/>. Schema type <c>CheckoutShoppingCart</c>.
/// </summary>
public sealed record CheckoutShoppingCart : CheckoutMessage
{
    /// <summary>The items and other contents of the cart. Wire name: <c>shopping-cart</c>.</summary>
    public required ShoppingCart ShoppingCart { get; init; }

    /// <summary>
    /// The taxes, shipping methods and links of the checkout. If null, the service uses the taxes and shipping methods of the
    /// merchant's account.
    /// Wire name: <c>checkout-flow-support/merchant-checkout-flow-support</c>.
    /// </summary>
    public MerchantCheckoutFlowSupport? CheckoutFlowSupport { get; init; }

    /// <summary>The additional notifications that the merchant requests for the order. Wire name: <c>order-processing-support</c>.</summary>
    public OrderProcessingSupport? OrderProcessingSupport { get; init; }

    /// <summary>Creates a cart of items. It uses the taxes and shipping methods of the merchant's account.</summary>
    /// <param name="items">The items, all in one currency.</param>
    /// <returns>The cart.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public static CheckoutShoppingCart Create(params Item[] items) => Create((IEnumerable<Item>)items);

    /// <inheritdoc cref="Create(Item[])"/>
    public static CheckoutShoppingCart Create(IEnumerable<Item> items) =>
        new() { ShoppingCart = new ShoppingCart { Items = [.. items ?? throw new ArgumentNullException(nameof(items))] } };

    /// <summary>Returns a copy of the cart in which these shipping methods replace all others.</summary>
    /// <param name="methods">The methods that the buyer may choose from.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="methods"/> is null.</exception>
    public CheckoutShoppingCart WithShipping(params ShippingMethod[] methods) => WithShipping((IEnumerable<ShippingMethod>)methods);

    /// <inheritdoc cref="WithShipping(ShippingMethod[])"/>
    public CheckoutShoppingCart WithShipping(IEnumerable<ShippingMethod> methods) =>
        this with { CheckoutFlowSupport = Flow with { ShippingMethods = [.. methods ?? throw new ArgumentNullException(nameof(methods))] } };

    /// <summary>Returns a copy of the cart with these tax tables, which the service uses instead of those of the merchant's account.</summary>
    /// <param name="tables">The tables, for example from <see cref="TaxTables.FromRules(DefaultTaxRule[])"/> or <see cref="TaxTables.NoTax"/>.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tables"/> is null.</exception>
    public CheckoutShoppingCart WithTaxes(TaxTables tables) =>
        this with { CheckoutFlowSupport = Flow with { TaxTables = tables ?? throw new ArgumentNullException(nameof(tables)) } };

    /// <summary>Returns a copy of the cart with the merchant's private data, which the service includes in every message about the order.</summary>
    /// <param name="data">The data, for example your order number: <c>PrivateData.FromObject(new { OrderId = 4711 })</c>.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    public CheckoutShoppingCart WithPrivateData(PrivateData data) =>
        this with { ShoppingCart = ShoppingCart with { MerchantPrivateData = data ?? throw new ArgumentNullException(nameof(data)) } };

    /// <summary>Returns a copy of the cart with the merchant's calculations of shipping, tax and codes during the checkout.</summary>
    /// <param name="calculations">The callback URL, and the codes that the buyer may enter.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calculations"/> is null.</exception>
    public CheckoutShoppingCart WithCalculations(MerchantCalculations calculations) =>
        this with { CheckoutFlowSupport = Flow with { MerchantCalculations = calculations ?? throw new ArgumentNullException(nameof(calculations)) } };

    /// <summary>Returns a copy of the cart with a link to the page where the buyer can change the cart before paying.</summary>
    /// <param name="url">The absolute URL of the page.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="url"/> is null.</exception>
    public CheckoutShoppingCart WithEditCartUrl(string url) =>
        this with { CheckoutFlowSupport = Flow with { EditCartUrl = url ?? throw new ArgumentNullException(nameof(url)) } };

    /// <summary>Returns a copy of the cart with a link to the page where the buyer can continue shopping after paying.</summary>
    /// <param name="url">The absolute URL of the page.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="url"/> is null.</exception>
    public CheckoutShoppingCart WithContinueShoppingUrl(string url) =>
        this with { CheckoutFlowSupport = Flow with { ContinueShoppingUrl = url ?? throw new ArgumentNullException(nameof(url)) } };

    private MerchantCheckoutFlowSupport Flow => CheckoutFlowSupport ?? new MerchantCheckoutFlowSupport();
}

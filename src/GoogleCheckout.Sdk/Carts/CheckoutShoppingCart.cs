namespace GoogleCheckout.Carts;

/// <summary>
/// A cart handed to the service, with what it needs to let the buyer pay: taxes, ways of shipping, links back to the
/// shop. The answer is a <see cref="CheckoutRedirect"/>. Schema type <c>CheckoutShoppingCart</c>.
/// </summary>
public sealed record CheckoutShoppingCart : CheckoutMessage
{
    /// <summary>What the buyer is about to pay for. Wire name: <c>shopping-cart</c>.</summary>
    public required ShoppingCart ShoppingCart { get; init; }

    /// <summary>
    /// How the buyer checks out. Null leaves taxes and shipping to the merchant's account.
    /// Wire name: <c>checkout-flow-support/merchant-checkout-flow-support</c>.
    /// </summary>
    public MerchantCheckoutFlowSupport? CheckoutFlowSupport { get; init; }

    /// <summary>What the merchant wants to hear about the order later. Wire name: <c>order-processing-support</c>.</summary>
    public OrderProcessingSupport? OrderProcessingSupport { get; init; }

    /// <summary>A cart of items, with taxes and shipping left to the merchant's account.</summary>
    /// <param name="items">What the buyer has chosen, all in one currency.</param>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public static CheckoutShoppingCart Create(params Item[] items) => Create((IEnumerable<Item>)items);

    /// <inheritdoc cref="Create(Item[])"/>
    public static CheckoutShoppingCart Create(IEnumerable<Item> items) =>
        new() { ShoppingCart = new ShoppingCart { Items = [.. items ?? throw new ArgumentNullException(nameof(items))] } };

    /// <summary>The same cart with these ways of shipping, and no others.</summary>
    /// <param name="methods">What the buyer may choose from.</param>
    /// <exception cref="ArgumentNullException"><paramref name="methods"/> is null.</exception>
    public CheckoutShoppingCart WithShipping(params ShippingMethod[] methods) => WithShipping((IEnumerable<ShippingMethod>)methods);

    /// <inheritdoc cref="WithShipping(ShippingMethod[])"/>
    public CheckoutShoppingCart WithShipping(IEnumerable<ShippingMethod> methods) =>
        this with { CheckoutFlowSupport = Flow with { ShippingMethods = [.. methods ?? throw new ArgumentNullException(nameof(methods))] } };

    /// <summary>The same cart with these tax rates, and not those of the merchant's account.</summary>
    /// <param name="tables">The rates, such as <see cref="TaxTables.FromRules(DefaultTaxRule[])"/> or <see cref="TaxTables.NoTax"/>.</param>
    public CheckoutShoppingCart WithTaxes(TaxTables tables) =>
        this with { CheckoutFlowSupport = Flow with { TaxTables = tables ?? throw new ArgumentNullException(nameof(tables)) } };

    /// <summary>The same cart with the merchant's own data about it, which comes back with every message about the order.</summary>
    /// <param name="data">Such as the shop's own order number: <c>PrivateData.FromObject(new { OrderId = 4711 })</c>.</param>
    public CheckoutShoppingCart WithPrivateData(PrivateData data) =>
        this with { ShoppingCart = ShoppingCart with { MerchantPrivateData = data ?? throw new ArgumentNullException(nameof(data)) } };

    private MerchantCheckoutFlowSupport Flow => CheckoutFlowSupport ?? new MerchantCheckoutFlowSupport();
}

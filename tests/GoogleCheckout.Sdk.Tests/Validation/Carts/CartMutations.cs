namespace GoogleCheckout.Carts;

/// <summary>Extension methods that change one value deep inside a cart.</summary>
internal static class CartMutations
{
    public static CheckoutShoppingCart WithCart(this CheckoutShoppingCart cart, Func<ShoppingCart, ShoppingCart> change) =>
        cart with { ShoppingCart = change(cart.ShoppingCart) };

    public static CheckoutShoppingCart WithItem(this CheckoutShoppingCart cart, int index, Func<Item, Item> change) =>
        cart.WithCart(inner => inner with { Items = inner.Items.With(index, change) });

    public static CheckoutShoppingCart WithMessage<T>(this CheckoutShoppingCart cart, int index, Func<T, BuyerMessage> change)
        where T : BuyerMessage =>
        cart.WithCart(inner => inner with { BuyerMessages = inner.BuyerMessages.With(index, message => change((T)message)) });

    public static CheckoutShoppingCart WithFlow(this CheckoutShoppingCart cart, Func<MerchantCheckoutFlowSupport, MerchantCheckoutFlowSupport> change) =>
        cart with { CheckoutFlowSupport = change(cart.CheckoutFlowSupport!) };

    public static CheckoutShoppingCart WithMethod<T>(this CheckoutShoppingCart cart, int index, Func<T, ShippingMethod> change)
        where T : ShippingMethod =>
        cart.WithFlow(flow => flow with { ShippingMethods = flow.ShippingMethods.With(index, method => change((T)method)) });

    public static CheckoutShoppingCart WithTables(this CheckoutShoppingCart cart, Func<TaxTables, TaxTables> change) =>
        cart.WithFlow(flow => flow with { TaxTables = change(flow.TaxTables!) });

    public static CheckoutShoppingCart WithRule(this CheckoutShoppingCart cart, int index, Func<DefaultTaxRule, DefaultTaxRule> change) =>
        cart.WithTables(tables => tables with { DefaultTaxTable = new DefaultTaxTable { TaxRules = tables.DefaultTaxTable!.TaxRules.With(index, change) } });

    public static CheckoutShoppingCart WithTable(this CheckoutShoppingCart cart, int index, Func<AlternateTaxTable, AlternateTaxTable> change) =>
        cart.WithTables(tables => tables with { AlternateTaxTables = tables.AlternateTaxTables.With(index, change) });

    public static CheckoutShoppingCart WithAlternateRule(this CheckoutShoppingCart cart, int index, Func<AlternateTaxRule, AlternateTaxRule> change) =>
        cart.WithTable(0, table => table with { AlternateTaxRules = table.AlternateTaxRules.With(index, change) });

    /// <summary>Sets the allowed areas of the first shipping method.</summary>
    public static CheckoutShoppingCart WithAllowed(this CheckoutShoppingCart cart, params Area[] areas) =>
        cart.WithMethod<FlatRateShipping>(0, method => method with { ShippingRestrictions = method.ShippingRestrictions! with { AllowedAreas = areas } });

    public static CheckoutShoppingCart WithUrl(this CheckoutShoppingCart cart, int index, Func<ParameterizedUrl, ParameterizedUrl> change) =>
        cart.WithFlow(flow => flow with { ParameterizedUrls = flow.ParameterizedUrls.With(index, change) });

    /// <summary>Changes a parameter of the first URL.</summary>
    public static CheckoutShoppingCart WithParameter(this CheckoutShoppingCart cart, int index, Func<UrlParameter, UrlParameter> change) =>
        cart.WithUrl(0, url => url with { Parameters = url.Parameters.With(index, change) });

    public static CheckoutShoppingCart WithCalculationsUrl(this CheckoutShoppingCart cart, string? url) =>
        cart.WithFlow(flow => flow with { MerchantCalculations = flow.MerchantCalculations! with { MerchantCalculationsUrl = url! } });

    public static CheckoutShoppingCart WithSubscription(this CheckoutShoppingCart cart, Func<Subscription, Subscription> change) =>
        cart.WithItem(3, item => item with { Subscription = change(item.Subscription!) });

    public static CheckoutShoppingCart WithPayment(this CheckoutShoppingCart cart, Func<SubscriptionPayment, SubscriptionPayment> change) =>
        cart.WithSubscription(subscription => subscription with { Payments = subscription.Payments.With(0, change) });

    public static CheckoutShoppingCart WithRecurrentItem(this CheckoutShoppingCart cart, Func<Item, Item> change) =>
        cart.WithSubscription(subscription => subscription with { RecurrentItem = change(subscription.RecurrentItem!) });

    public static CheckoutShoppingCart WithContent(this CheckoutShoppingCart cart, Func<DigitalContent, DigitalContent> change) =>
        cart.WithItem(2, item => item with { DigitalContent = change(item.DigitalContent!) });

    public static CheckoutShoppingCart WithOption(this CheckoutShoppingCart cart, int index, Func<CarrierCalculatedShippingOption, CarrierCalculatedShippingOption> change) =>
        cart.WithMethod<CarrierCalculatedShipping>(0, method => method with { CarrierCalculatedShippingOptions = method.CarrierCalculatedShippingOptions.With(index, change) });

    public static CheckoutShoppingCart WithPackage(this CheckoutShoppingCart cart, Func<ShippingPackage, ShippingPackage> change) =>
        cart.WithMethod<CarrierCalculatedShipping>(0, method => method with { ShippingPackages = method.ShippingPackages.With(0, change) });

    public static IReadOnlyList<T> With<T>(this IReadOnlyList<T> list, int index, Func<T, T> change) => [.. list.Select((each, place) => place == index ? change(each) : each)];
}

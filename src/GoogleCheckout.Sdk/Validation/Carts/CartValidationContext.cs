using GoogleCheckout.Carts;

namespace GoogleCheckout.Validation.Carts;

/// <summary>The facts about the cart and the account that the rules of one part need from other parts. Parts of the cart that are null are ignored.</summary>
internal sealed class CartValidationContext(CheckoutShoppingCart cart, CheckoutOptions? account)
{
    private readonly TaxTables? _taxes = cart.CheckoutFlowSupport?.TaxTables;
    private HashSet<string>? _taxTableNames;

    /// <summary>The account of the cart; null if it is not known.</summary>
    public CheckoutOptions? Account => account;

    /// <summary>Whether the cart has carrier-calculated shipping. Each item asks for it, so it is determined once.</summary>
    public bool HasCarriers { get; } = HasMethod<CarrierCalculatedShipping>(cart);

    /// <summary>Whether all items of the cart are digital.</summary>
    public bool IsDigitalOnly => cart.ShoppingCart?.Items is { Count: > 0 } items && items.All(item => item?.DigitalContent is not null);

    public bool RequestsMerchantShipping => HasMethod<MerchantCalculatedShipping>(cart);

    public bool RequestsMerchantTax => _taxes?.MerchantCalculated == true;

    /// <summary>Returns whether the cart has an alternate tax table with this name.</summary>
    public bool HasTaxTable(string selector)
    {
        _taxTableNames ??= new HashSet<string>((_taxes?.AlternateTaxTables ?? []).Select(table => table?.Name).OfType<string>(), StringComparer.OrdinalIgnoreCase);
        return _taxTableNames.Contains(selector);
    }

    private static bool HasMethod<T>(CheckoutShoppingCart cart)
        where T : ShippingMethod => cart.CheckoutFlowSupport?.ShippingMethods?.Any(method => method is T) == true;
}

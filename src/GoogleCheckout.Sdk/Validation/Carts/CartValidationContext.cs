using GoogleCheckout.Carts;

namespace GoogleCheckout.Validation.Carts;

/// <summary>What the rules for one part of a cart need to know of the others, and of the account. Whatever is null in the cart is left out.</summary>
internal sealed class CartValidationContext(CheckoutShoppingCart cart, CheckoutOptions? account)
{
    private readonly IReadOnlyList<ShippingMethod> _methods = cart.CheckoutFlowSupport?.ShippingMethods ?? [];
    private readonly TaxTables? _taxes = cart.CheckoutFlowSupport?.TaxTables;
    private HashSet<string>? _taxTableNames;

    /// <summary>The account that the cart is for; null where it is not known.</summary>
    public CheckoutOptions? Account => account;

    public bool HasCarriers => _methods.Any(method => method is CarrierCalculatedShipping);

    /// <summary>Whether nothing in the cart is shipped.</summary>
    public bool IsDigitalOnly { get; } = cart.ShoppingCart?.Items is { Count: > 0 } items && items.All(item => item?.DigitalContent is not null);

    public bool AsksShopForShipping => _methods.Any(method => method is MerchantCalculatedShipping);

    public bool AsksShopForTax => _taxes?.MerchantCalculated == true;

    /// <summary>Whether an item may name a tax table so.</summary>
    public bool HasTaxTable(string selector)
    {
        _taxTableNames ??= new HashSet<string>((_taxes?.AlternateTaxTables ?? []).Select(table => table?.Name).OfType<string>(), StringComparer.OrdinalIgnoreCase);
        return _taxTableNames.Contains(selector);
    }
}

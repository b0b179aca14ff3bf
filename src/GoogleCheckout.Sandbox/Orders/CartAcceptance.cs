using System.Globalization;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>
/// Why the service would not take a cart. The SDK's own check says so, but it also advises: what only surprises a buyer, or
/// is merely odd, the service took. Such things are put right in a copy before the check looks at it.
/// </summary>
internal static class CartAcceptance
{
    private const int MaxErrorsShown = 10;

    /// <summary>The reason to refuse the cart, with the faults and their places; null where there is none.</summary>
    public static string? GetError(CheckoutShoppingCart cart)
    {
        var faults = Normalize(cart).Validate();
        var others = faults.Count > MaxErrorsShown ? string.Create(CultureInfo.InvariantCulture, $"; and {faults.Count - MaxErrorsShown} more") : string.Empty;
        return faults.Count == 0 ? null : $"The shopping cart is faulty: {string.Join("; ", faults.Take(MaxErrorsShown))}{others}.";
    }

    private static CheckoutShoppingCart Normalize(CheckoutShoppingCart cart) => cart with
    {
        ShoppingCart = cart.ShoppingCart with { Items = [.. cart.ShoppingCart.Items.Select(Normalize)] },
        CheckoutFlowSupport = cart.CheckoutFlowSupport is { } support ? Normalize(support, Purchase.IsShipped(cart)) : null,
    };

    private static Item Normalize(Item item) => item with
    {
        ItemName = OrPlaceholder(item.ItemName),
        TaxTableSelector = string.IsNullOrEmpty(item.TaxTableSelector) ? null : item.TaxTableSelector,
        DigitalContent = item.DigitalContent is { } content ? content with { Description = content.Description ?? OrPlaceholder(null), Url = null } : null,
    };

    // Links are for the buyer's browser: only the address that the service itself calls has to be one.
    private static MerchantCheckoutFlowSupport Normalize(MerchantCheckoutFlowSupport support, bool isShipped) => support with
    {
        EditCartUrl = null,
        ContinueShoppingUrl = null,
        ParameterizedUrls = [],
        TaxTables = support.TaxTables is { } tables ? Normalize(tables) : null,
        ShippingMethods = isShipped ? [.. support.ShippingMethods.Select(Normalize)] : [],
    };

    private static TaxTables? Normalize(TaxTables tables) =>
        tables is { MerchantCalculated: not true, DefaultTaxTable: null or { TaxRules.Count: 0 }, AlternateTaxTables.Count: 0 }
            ? null
            : tables with
            {
                DefaultTaxTable = tables.DefaultTaxTable is { } table ? table with { TaxRules = [.. table.TaxRules.Select(rule => rule with { Rate = ClampToOne(rule.Rate) })] } : null,
                AlternateTaxTables = [.. tables.AlternateTaxTables.Select(table => table with { AlternateTaxRules = [.. table.AlternateTaxRules.Select(rule => rule with { Rate = ClampToOne(rule.Rate) })] })],
            };

    private static ShippingMethod Normalize(ShippingMethod method) => method switch
    {
        FlatRateShipping flat => flat with { ShippingRestrictions = Normalize(flat.ShippingRestrictions) },
        MerchantCalculatedShipping own => own with { AddressFilters = Normalize(own.AddressFilters), ShippingRestrictions = Normalize(own.ShippingRestrictions) },
        _ => method,
    };

    // Nowhere is a place, too.
    private static ShippingRestrictions? Normalize(ShippingRestrictions? restrictions) =>
        restrictions is { AllowedAreas.Count: 0 } ? restrictions with { AllowedAreas = [new WorldArea()] } : restrictions;

    private static decimal? ClampToOne(decimal? rate) => rate is > 1 ? 1 : rate;

    private static string OrPlaceholder(string? text) => string.IsNullOrWhiteSpace(text) ? "-" : text;
}

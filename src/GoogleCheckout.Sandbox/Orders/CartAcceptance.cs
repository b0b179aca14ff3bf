using System.Globalization;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>
/// Decides whether the service accepts a cart. The SDK's validation is stricter than the service was: it also reports errors that
/// the service accepted. These are corrected in a copy of the cart before the copy is validated.
/// </summary>
internal static class CartAcceptance
{
    private const int MaxErrorsShown = 10;

    // The service's own message.
    private const string UnsupportedArea = "The specified Shipping Restrictions result in an unsupported shipping area.";

    /// <summary>Returns the errors of the cart and their elements as one message; null if the cart is accepted.</summary>
    /// <param name="cart">The cart.</param>
    /// <param name="rules">The rules; null for the defaults.</param>
    public static string? GetError(CheckoutShoppingCart cart, SandboxRules? rules = null) =>
        GetValidationError(cart) ?? ((rules ?? new SandboxRules()).RejectUnsupportedCountries && ShipsToUnsupportedCountry(cart) ? UnsupportedArea : null);

    /// <summary>Returns everything in an accepted cart that is probably a mistake, each as a sentence with the path of the element.</summary>
    public static IReadOnlyList<string> GetWarnings(CheckoutShoppingCart cart) => [.. cart.Validate().Select(warning => warning.ToString())];

    private static string? GetValidationError(CheckoutShoppingCart cart)
    {
        var errors = Normalize(cart).Validate().Where(error => !error.IsWarning).ToList();
        var omitted = errors.Count > MaxErrorsShown ? string.Create(CultureInfo.InvariantCulture, $"; and {errors.Count - MaxErrorsShown} more") : string.Empty;
        return errors.Count == 0 ? null : $"The shopping cart is invalid: {string.Join("; ", errors.Take(MaxErrorsShown))}{omitted}.";
    }

    private static bool ShipsToUnsupportedCountry(CheckoutShoppingCart cart) => (cart.CheckoutFlowSupport?.ShippingMethods ?? []).Any(method => method switch
    {
        FlatRateShipping flatRate => IsUnsupported(flatRate.ShippingRestrictions),
        MerchantCalculatedShipping merchantCalculated => IsUnsupported(merchantCalculated.ShippingRestrictions) || IsUnsupported(merchantCalculated.AddressFilters),
        _ => false,
    });

    private static bool IsUnsupported(ShippingRestrictions? restrictions) => restrictions?.GetUnsupportedCountries().Count > 0;

    private static CheckoutShoppingCart Normalize(CheckoutShoppingCart cart) => cart with
    {
        ShoppingCart = cart.ShoppingCart with { Items = [.. cart.ShoppingCart.Items.Select(Normalize)] },
        CheckoutFlowSupport = cart.CheckoutFlowSupport is { } support ? Normalize(support, Purchase.IsShipped(cart)) : null,
    };

    private static Item Normalize(Item item) => item with
    {
        ItemName = OrPlaceholder(item.ItemName),
        DigitalContent = item.DigitalContent is { } content ? content with { Description = content.Description ?? OrPlaceholder(null), Url = null } : null,
    };

    // Only the buyer's browser opens these URLs. The service validates only the URL that it calls itself.
    private static MerchantCheckoutFlowSupport Normalize(MerchantCheckoutFlowSupport support, bool isShipped) => support with
    {
        EditCartUrl = null,
        ContinueShoppingUrl = null,
        ParameterizedUrls = [],
        TaxTables = support.TaxTables is { } tables ? Normalize(tables) : null,
        ShippingMethods = isShipped ? support.ShippingMethods : [],
    };

    private static TaxTables? Normalize(TaxTables tables) =>
        tables is { MerchantCalculated: not true, DefaultTaxTable: null or { TaxRules.Count: 0 }, AlternateTaxTables.Count: 0 }
            ? null
            : tables with
            {
                DefaultTaxTable = tables.DefaultTaxTable is { } table ? table with { TaxRules = [.. table.TaxRules.Select(rule => rule with { Rate = ClampToOne(rule.Rate) })] } : null,
                AlternateTaxTables = [.. tables.AlternateTaxTables.Select(table => table with { AlternateTaxRules = [.. table.AlternateTaxRules.Select(rule => rule with { Rate = ClampToOne(rule.Rate) })] })],
            };

    private static decimal? ClampToOne(decimal? rate) => rate is > 1 ? 1 : rate;

    private static string OrPlaceholder(string? text) => string.IsNullOrWhiteSpace(text) ? "-" : text;
}

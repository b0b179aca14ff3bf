using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Carts;

/// <summary>Why the service would not take a cart.</summary>
internal static class CartCheck
{
    /// <summary>The reason to refuse the cart; null where there is none.</summary>
    public static string? WhyNot(CheckoutShoppingCart cart)
    {
        var items = cart.ShoppingCart.Items;
        var choices = ShippingChoice.Of(cart);
        var currencies = items.Select(item => item.UnitPrice.Currency).Concat(choices.Select(choice => choice.Price.Currency)).Distinct().ToList();
        return items.Count == 0 ? "The shopping cart has no items."
            : items.Any(item => item.Quantity < 1) ? "The quantity of an item must be at least 1."
            : currencies.Contains(string.Empty) ? "A price has no currency."
            : currencies.Count > 1 ? "All prices of a cart must have the same currency."
            : choices.Any(choice => choice.Price.Amount < 0) ? "A shipping price may not be negative."
            : choices.DistinctBy(choice => choice.Name.Trim(), StringComparer.OrdinalIgnoreCase).Count() < choices.Count ? "Shipping methods must have different names."
            : MixesMerchantCalculated(cart) ? "Merchant-calculated shipping cannot be mixed with other shipping methods."
            : null;
    }

    private static bool MixesMerchantCalculated(CheckoutShoppingCart cart)
    {
        var methods = cart.CheckoutFlowSupport?.ShippingMethods ?? [];
        return methods.OfType<MerchantCalculatedShipping>().Any() && !methods.All(method => method is MerchantCalculatedShipping);
    }
}

using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Carts;

/// <summary>Why the service would not take a cart.</summary>
internal static class CartCheck
{
    /// <summary>The reason to refuse the cart; null where there is none.</summary>
    public static string? WhyNot(CheckoutShoppingCart cart)
    {
        var items = cart.ShoppingCart.Items;
        return items.Count == 0 ? "The shopping cart has no items."
            : items.Any(item => item.Quantity < 1) ? "The quantity of an item must be at least 1."
            : null;
    }
}

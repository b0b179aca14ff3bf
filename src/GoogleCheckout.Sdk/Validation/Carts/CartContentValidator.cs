using GoogleCheckout.Carts;
using GoogleCheckout.Xml;
using GoogleCheckout.Xml.Carts;

namespace GoogleCheckout.Validation.Carts;

/// <summary>
/// Looks for everything that is wrong with a cart, part by part in the order in which it is written: what the schema would refuse, what
/// the service refused, and what would surprise the buyer.
/// </summary>
internal static class CartContentValidator
{
    public static IReadOnlyList<CartValidationError> In(CheckoutShoppingCart cart, CheckoutOptions? account)
    {
        var faults = new CartErrorCollector(new CartValidationContext(cart, account));
        var root = ElementPath.Root(Elements.CheckoutShoppingCart.LocalName);
        In(faults, root.To(Elements.ShoppingCart), cart.ShoppingCart);
        if (cart.CheckoutFlowSupport is { } flow)
        {
            CheckoutFlowValidator.In(faults, root.To(Elements.CheckoutFlowSupport).To(Elements.MerchantCheckoutFlowSupport), flow);
        }

        return faults.Found;
    }

    private static void In(CartErrorCollector faults, ElementPath path, ShoppingCart? cart)
    {
        if (cart is null)
        {
            faults.Note(path, "is missing");
            return;
        }

        if (cart.CartExpiration is { } expiration)
        {
            faults.Note(path.To(Elements.CartExpiration).To(Elements.GoodUntilDate), GetError(expiration, faults.Facts.Account));
        }

        faults.Note(path.To(Elements.Items), GetError(cart.Items));
        faults.Each(path.To(Elements.Items), Elements.Item, cart.Items, ItemValidator.In);
        faults.Each(path.To(Elements.BuyerMessages), cart.BuyerMessages, BuyerMessageXml.NameOf, BuyerMessageValidator.In);
    }

    // Only an account has a clock; the service's own, which decides, may show another time.
    private static string? GetError(CartExpiration expiration, CheckoutOptions? account) =>
        account is not null && expiration.GoodUntilDate <= account.TimeProvider.GetUtcNow() ? "is over already" : null;

    private static string? GetError(IReadOnlyList<Item>? items) =>
        items is null ? null
        : items.Count == 0 ? "has no item"
        : Subtotal(items) is { } subtotal ? GetError(subtotal)
        : null;

    private static string? GetError(Money subtotal) =>
        subtotal.Amount < 0 ? $"comes to {subtotal}, but discounts may at most make it nothing"
        : subtotal.IsBeyondAnyOrder ? "comes to more than any order can"
        : null;

    /// <summary>The price of all items; null where one of them has none that could be added up.</summary>
    private static Money? Subtotal(IReadOnlyList<Item> items)
    {
        var currency = items[0]?.UnitPrice.Currency;
        return items.All(item => IsSummable(item, currency)) ? items.Select(item => item.UnitPrice * item.Quantity).Aggregate(Money.Add) : null;
    }

    private static bool IsSummable(Item? item, string? currency) =>
        item is { Quantity: > 0, UnitPrice: { HasCurrencyCode: true, IsBeyondAnyOrder: false } price } && price.Currency == currency && !(price * item.Quantity).IsBeyondAnyOrder;
}

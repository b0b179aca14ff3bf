using GoogleCheckout.Carts;
using GoogleCheckout.Xml;
using GoogleCheckout.Xml.Carts;

namespace GoogleCheckout.Validation.Carts;

/// <summary>
/// Finds all errors of a cart in document order: violations of the schema, values that the service rejected, and values that
/// would surprise the buyer.
/// </summary>
internal static class CartContentValidator
{
    public static IReadOnlyList<CartValidationError> Validate(CheckoutShoppingCart cart, CheckoutOptions? account)
    {
        var errors = new CartErrorCollector(new CartValidationContext(cart, account));
        var root = ElementPath.Root(Elements.CheckoutShoppingCart.LocalName);
        Validate(errors, root.To(Elements.ShoppingCart), cart.ShoppingCart);
        if (cart.CheckoutFlowSupport is { } flow)
        {
            CheckoutFlowValidator.Validate(errors, root.To(Elements.CheckoutFlowSupport).To(Elements.MerchantCheckoutFlowSupport), flow);
        }

        return errors.Errors;
    }

    private static void Validate(CartErrorCollector errors, ElementPath path, ShoppingCart? cart)
    {
        if (cart is null)
        {
            errors.Add(path, "is missing");
            return;
        }

        if (cart.CartExpiration is { } expiration)
        {
            errors.Add(path.To(Elements.CartExpiration).To(Elements.GoodUntilDate), GetError(expiration, errors.Context.Account));
        }

        errors.Add(path, Elements.Items, GetError(cart.Items));
        errors.ValidateEach(path.To(Elements.Items), Elements.Item, cart.Items, ItemValidator.Validate);
        errors.ValidateEach(path.To(Elements.BuyerMessages), cart.BuyerMessages, BuyerMessageXml.NameOf, BuyerMessageValidator.Validate);
    }

    // The clock is a setting of the account. The service's clock, which decides, may differ.
    private static string? GetError(CartExpiration expiration, CheckoutOptions? account) =>
        account is not null && expiration.GoodUntilDate <= account.TimeProvider.GetUtcNow() ? "is not in the future" : null;

    private static string? GetError(IReadOnlyList<Item>? items) =>
        items is null or AbsentContainer<Item> ? null
        : items.Count == 0 ? "has no item"
        : GetSubtotal(items) is { } subtotal ? GetError(subtotal)
        : null;

    private static string? GetError(Money subtotal) =>
        subtotal.Amount < 0 ? $"has the sum {subtotal}, but the sum must not be negative"
        : subtotal.IsBeyondAnyOrder ? "has a sum that exceeds the maximum of an order"
        : null;

    /// <summary>Returns the price of all items; null if an item has a price that is not valid.</summary>
    private static Money? GetSubtotal(IReadOnlyList<Item> items)
    {
        var currency = items[0]?.UnitPrice.Currency;
        Money? subtotal = null;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not { Quantity: > 0, UnitPrice: { HasCurrencyCode: true, IsBeyondAnyOrder: false } unitPrice } item || unitPrice.Currency != currency)
            {
                return null;
            }

            var price = unitPrice * item.Quantity;
            if (price.IsBeyondAnyOrder)
            {
                return null;
            }

            subtotal = subtotal is { } sum ? sum + price : price;
        }

        return subtotal;
    }
}

using GoogleCheckout;
using GoogleCheckout.Carts;
using MerchantStore.Catalog;
using MerchantStore.Codes;

namespace MerchantStore.Shop;

/// <summary>Sends a cart to Google Checkout with an order number of the store.</summary>
internal sealed class CheckoutDesk(CheckoutClient client, CheckoutCart checkout, ShopOrderNumbers numbers, CodeBook codes, ProductCatalog catalog)
{
    /// <exception cref="CheckoutException">Google Checkout did not accept the cart. Nothing was ordered.</exception>
    /// <exception cref="CartValidationException">The cart is not valid. It was not sent.</exception>
    public async Task<CheckoutRedirect> CheckoutAsync(Cart cart, string cartPage, string thanksPage, CancellationToken cancellationToken)
    {
        var number = await numbers.NextAsync(cancellationToken);
        var sent = checkout.SendsCodesAsItems ? await codes.GetValuesAsync(cart.Codes, cart.Subtotal(catalog.Currency), cancellationToken) : [];
        return await client.CheckoutAsync(checkout.Create(cart, sent, number).WithEditCartUrl(cartPage).WithContinueShoppingUrl(thanksPage), cancellationToken);
    }
}

using System.Globalization;
using GoogleCheckout;
using GoogleCheckout.Carts;
using MerchantStore.Data;

namespace MerchantStore.Shop;

/// <summary>Sends a cart to Google Checkout with an order number of the store.</summary>
internal sealed class CheckoutDesk(StoreContext store, CheckoutClient client, TimeProvider time)
{
    /// <exception cref="CheckoutException">Google Checkout did not accept the cart. Nothing was ordered.</exception>
    public async Task<CheckoutRedirect> CheckoutAsync(Cart cart, string cartPage, string thanksPage, CancellationToken cancellationToken)
    {
        var number = await NextNumberAsync(cancellationToken);
        return await client.CheckoutAsync(cart.ToCheckout(number, cartPage, thanksPage), cancellationToken);
    }

    // Many carts do not become orders, so the order numbers have gaps.
    private async Task<string> NextNumberAsync(CancellationToken cancellationToken)
    {
        var checkout = new StartedCheckout { StartedAt = time.GetUtcNow() };
        store.Add(checkout);
        await store.SaveChangesAsync(cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"T-{1000 + checkout.Id}");
    }
}

using System.Data.Common;
using System.Globalization;
using GoogleCheckout;
using GoogleCheckout.Carts;

namespace MerchantStore.Shop;

/// <summary>Sends a cart to Google Checkout with an order number of the store.</summary>
internal sealed class CheckoutDesk(DbDataSource database, CheckoutClient client, TimeProvider time)
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
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var insert = connection.Statement(
            "INSERT INTO checkouts (started_at) VALUES ($now) RETURNING number", ("$now", time.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture)));
        var number = Convert.ToInt64(await insert.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"T-{1000 + number}");
    }
}

using System.Globalization;
using MerchantStore.Data;
using MerchantStore.Settings;
using Microsoft.Extensions.Options;

namespace MerchantStore.Shop;

/// <summary>Assigns the store's order numbers. Many carts do not become orders, so the numbers have gaps.</summary>
internal sealed class ShopOrderNumbers(StoreContext store, IOptionsMonitor<StoreOptions> options, TimeProvider time)
{
    public async Task<string> NextAsync(CancellationToken cancellationToken)
    {
        var checkout = new StartedCheckout { StartedAt = time.GetUtcNow() };
        store.Add(checkout);
        await store.SaveChangesAsync(cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{options.CurrentValue.OrderPrefix}{1000 + checkout.Id}");
    }
}
